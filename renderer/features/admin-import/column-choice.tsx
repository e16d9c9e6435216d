import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import {
  importCalls,
  importFields,
  neededFields,
  type ImportColumns,
  type ImportField,
} from '#shared/protocol/admin/imports.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { importFailure } from './upload-file.ts';
import classes from './import.module.css';

export type FileColumns = z.output<typeof importCalls.columns.answer>;

const isNeeded = (field: ImportField): boolean => (neededFields as readonly ImportField[]).includes(field);

function withColumn(columns: ImportColumns, field: ImportField, header: string): ImportColumns {
  const { [field]: _, ...others } = columns;
  return header === '' ? others : { ...others, [field]: header };
}

interface FieldRowProps {
  field: ImportField;
  file: FileColumns;
  columns: ImportColumns;
  onChoose: (header: string) => void;
}

/** A field, its column, and what stands there in the first rows. */
function FieldRow({ field, file: { headers, sample }, columns, onChoose }: FieldRowProps) {
  const t = wordsOf('admin-import');
  const header = columns[field];
  const index = header === undefined ? -1 : headers.indexOf(header);
  const texts = sample.map((cells) => cells[index] ?? '').filter((text) => text !== '');
  return (
    <tr>
      <th scope="row">
        {t(`field.${field}`)}
        {isNeeded(field) ? <span className={classes['needed']}>{t('needed')}</span> : null}
        <span className={classes['about']}>{t(`about.${field}`)}</span>
      </th>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('column_for', { field: t(`field.${field}`) })}
          value={header ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value)}
          data={[{ value: '', label: t('no_column') }, ...headers.map((value) => ({ value, label: value }))]}
        />
      </td>
      <td className={classes['sample']}>{texts.join(' · ')}</td>
    </tr>
  );
}

interface ColumnChoiceProps {
  file: FileColumns;
  onChecking: () => void;
  onCancel: () => void;
}

/** Says which column is what, and has the file tried. */
export function ColumnChoice({ file, onChecking, onCancel }: ColumnChoiceProps) {
  const t = wordsOf(['admin-import', 'common']);
  const store = useConsoleStore();
  const [columns, setColumns] = useState(file.import.columns);
  const [problem, setProblem] = useState<string | null>(null);
  const isComplete = neededFields.every((field) => columns[field] !== undefined);

  async function check(): Promise<void> {
    const { id } = file.import;
    const begun = await askNode(store, importCalls.check, { params: { id }, body: { columns } });
    if (begun.ok) onChecking();
    else setProblem(importFailure(begun.error));
  }

  return (
    <>
      <p className={classes['hint']}>
        {t('admin-import:rows_found', {
          count: file.import.rows_total,
          formatted: figure(file.import.rows_total),
        })}
      </p>
      <table className={classes['fields']}>
        <thead>
          <tr>
            <th scope="col">{t('admin-import:of_ticket')}</th>
            <th scope="col">{t('admin-import:of_file')}</th>
            <th scope="col">{t('admin-import:first_rows')}</th>
          </tr>
        </thead>
        <tbody>
          {importFields.map((field) => (
            <FieldRow
              key={field}
              field={field}
              file={file}
              columns={columns}
              onChoose={(header) => setColumns(withColumn(columns, field, header))}
            />
          ))}
        </tbody>
      </table>
      {problem === null ? null : (
        <p className={classes['bad']} role="alert">
          {problem}
        </p>
      )}
      <div className={classes['foot']}>
        <Button size="sm" disabled={!isComplete} onClick={() => void check()}>
          {t('admin-import:try')}
        </Button>
        <Button size="sm" variant="subtle" color="gray" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <span className={classes['hint']}>{t('admin-import:try_hint')}</span>
      </div>
    </>
  );
}
