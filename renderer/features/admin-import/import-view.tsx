import { useState } from 'react';
import { importCalls, type CsvImport } from '#shared/protocol/admin/imports.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Page, Section } from '../../ui/admin/page.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportPanel } from './import-panel.tsx';
import classes from './import.module.css';

const toneByState: Record<CsvImport['state'], Tone> = {
  uploading: 'grey',
  read: 'amber',
  checking: 'blue',
  checked: 'amber',
  running: 'blue',
  done: 'green',
  cancelled: 'grey',
};

function useColumns(onOpen: (id: number) => void): Column<CsvImport>[] {
  const t = wordsOf('admin-import');
  return [
    {
      id: 'file',
      header: t('column.file'),
      isRowHeader: true,
      cell: ({ id, file_name }) => (
        <button type="button" className={classes['file']} onClick={() => onOpen(id)}>
          {file_name}
        </button>
      ),
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ state }) => <Tag tone={toneByState[state]}>{t(`state.${state}`)}</Tag>,
    },
    {
      id: 'rows',
      header: t('column.rows'),
      isFigure: true,
      cell: ({ rows_total }) => figure(rows_total),
    },
    {
      id: 'new',
      header: t('column.came'),
      isFigure: true,
      cell: ({ id, state, rows_new }) =>
        (state === 'done' || state === 'running') && rows_new > 0 ? (
          <a href={formatAdminPlace('tickets', { import_id: id })}>{figure(rows_new)}</a>
        ) : (
          t('none')
        ),
    },
    { id: 'bad', header: t('column.bad'), isFigure: true, cell: ({ rows_bad }) => figure(rows_bad) },
    { id: 'who', header: t('column.who'), cell: ({ created_by_name }) => created_by_name ?? t('none') },
    { id: 'when', header: t('column.when'), cell: ({ created_at }) => exactTime(created_at) },
  ];
}

/** Tickets from another system: a file is chosen, tried, and taken in. */
export function ImportView() {
  const t = wordsOf(['admin-import', 'admin']);
  const answered = useAnswer(importCalls.list);
  const [openId, setOpenId] = useState<number | null>(null);
  const columns = useColumns(setOpenId);
  const close = () => {
    setOpenId(null);
    void answered.reload();
  };
  return (
    <Page title={t('admin:section.import')} description={t('admin-import:description')}>
      {openId === null ? (
        <>
          <ChooseFile onSent={setOpenId} />
          <AnswerState {...answered}>
            {({ imports }) =>
              imports.length === 0 ? null : (
                <Section title={t('admin-import:before')}>
                  <DataTable
                    label={t('admin-import:before')}
                    columns={columns}
                    rows={imports}
                    rowKey={({ id }) => id}
                    empty={null}
                  />
                </Section>
              )
            }
          </AnswerState>
        </>
      ) : (
        <ImportPanel key={openId} id={openId} onClose={close} />
      )}
    </Page>
  );
}
