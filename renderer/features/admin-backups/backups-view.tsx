import { Button } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useState } from 'react';
import { backupCalls, type Backup } from '#shared/protocol/admin/backups.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { byteSize } from '../../ui/byte-size.ts';
import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import classes from './backups.module.css';

function useColumns(): Column<Backup>[] {
  const t = wordsOf('admin-records');
  const counted = (['tickets', 'messages', 'users', 'attachments'] as const).map((id): Column<Backup> => ({
    id,
    header: t(`backups.column.${id}`),
    isFigure: true,
    cell: (backup) => figure(backup[id]),
  }));
  return [
    {
      id: 'made',
      header: t('backups.column.made'),
      isRowHeader: true,
      sortBy: ({ made_at }) => made_at,
      cell: ({ made_at }) => exactTime(made_at),
    },
    {
      id: 'verified',
      header: t('backups.column.verified'),
      cell: ({ verified_at }) => (
        <span className={classes['verified']}>
          <IconCircleCheck aria-hidden size={16} stroke={1.75} />
          {exactTime(verified_at)}
        </span>
      ),
    },
    {
      id: 'size',
      header: t('backups.column.size'),
      isFigure: true,
      sortBy: ({ size_bytes }) => size_bytes,
      cell: ({ size_bytes }) => byteSize(size_bytes),
    },
    ...counted,
    {
      id: 'name',
      header: t('backups.column.name'),
      cell: ({ name }) => <code className={classes['name']}>{name}</code>,
    },
  ];
}

/** The copies of the desk, with proof that they are good, and making one more. */
export function BackupsView() {
  const t = wordsOf(['admin-records', 'admin']);
  const store = useConsoleStore();
  const tell = useTell();
  const answered = useAnswer(backupCalls.list);
  const [isMaking, setMaking] = useState(false);
  const columns = useColumns();

  async function make(): Promise<void> {
    setMaking(true);
    const made = await askNode(store, backupCalls.make);
    setMaking(false);
    tell(made, ({ backup }) => t('admin-records:backups.made', { name: backup.name }));
    await answered.reload();
  }

  return (
    <Page
      title={t('admin:section.backups')}
      description={t('admin-records:backups.description')}
      actions={
        <Button size="sm" loading={isMaking} onClick={() => void make()}>
          {t('admin-records:backups.make')}
        </Button>
      }
    >
      <span role="status" className={classes['making']}>
        {isMaking ? t('admin-records:backups.making') : ''}
      </span>
      <AnswerState {...answered}>
        {({ backups, is_nightly, keep_days, keep_weeks }) => (
          <>
            <p className={classes['policy']}>
              {is_nightly
                ? t('admin-records:backups.nightly', { days: keep_days, weeks: keep_weeks })
                : t('admin-records:backups.not_nightly')}{' '}
              {t('admin-records:backups.same_disk')}
            </p>
            <DataTable
              label={t('admin-records:backups.label')}
              columns={columns}
              rows={backups}
              rowKey={({ name }) => name}
              initialSort={{ id: 'made', isDescending: true }}
              empty={{
                icon: IconArchive,
                title: t('admin-records:backups.empty.title'),
                text: t('admin-records:backups.empty.text'),
              }}
            />
          </>
        )}
      </AnswerState>
    </Page>
  );
}
