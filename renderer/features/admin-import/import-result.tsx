import type { z } from 'zod';
import type { CsvImport, importCalls } from '#shared/protocol/admin/imports.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Section } from '../../ui/admin/page.tsx';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './import.module.css';

type Problem = z.output<typeof importCalls.read.answer>['problems'][number];

const parts = ['new', 'known', 'bad'] as const;

/** What came of the rows so far; those that came in open the tickets that they became. */
export function ImportTiles({ csv }: { csv: CsvImport }) {
  const t = wordsOf('admin-import');
  const isReal = csv.state === 'running' || csv.state === 'done' || csv.state === 'cancelled';
  const countBy = { new: csv.rows_new, known: csv.rows_known, bad: csv.rows_bad };
  return (
    <StatTiles>
      {parts.map((part) => (
        <StatTile
          key={part}
          name={t(part === 'new' && isReal ? 'count.came' : `count.${part}`)}
          value={figure(countBy[part])}
          formula={t(part === 'new' && isReal ? 'formula.came' : `formula.${part}`)}
          {...(part === 'bad' && csv.rows_bad > 0 ? { tone: 'warning' } : {})}
          {...(part === 'new' && isReal && csv.rows_new > 0
            ? { href: formatAdminPlace('tickets', { import_id: csv.id }) }
            : {})}
        />
      ))}
    </StatTiles>
  );
}

/** How far it is, as a bar with its figures. */
export function ImportProgress({ csv }: { csv: CsvImport }) {
  const t = wordsOf('admin-import');
  const text = t('progress', { done: figure(csv.rows_done), total: figure(csv.rows_total) });
  return (
    <div className={classes['progress']}>
      <progress aria-label={t(`state.${csv.state}`)} max={csv.rows_total} value={csv.rows_done} />
      <span>{text}</span>
    </div>
  );
}

/** The rows that are left out, and why. */
export function ProblemTable({ csv, problems }: { csv: CsvImport; problems: readonly Problem[] }) {
  const t = wordsOf('admin-import');
  const columns: Column<Problem>[] = [
    { id: 'line', header: t('column.line'), width: '90px', isRowHeader: true, cell: ({ line }) => line },
    {
      id: 'faults',
      header: t('column.faults'),
      isText: true,
      cell: ({ faults }) =>
        faults
          .map(({ code, field, value }) => t(`fault.${code}`, { field: t(`field.${field}`), value }))
          .join('; '),
    },
  ];
  if (problems.length === 0) return null;
  return (
    <Section title={t('problems')}>
      {csv.rows_bad > problems.length ? (
        <p className={classes['hint']}>{t('problems_first', { count: problems.length })}</p>
      ) : null}
      <DataTable
        label={t('problems')}
        columns={columns}
        rows={problems}
        rowKey={({ line }) => line}
        empty={null}
      />
    </Section>
  );
}
