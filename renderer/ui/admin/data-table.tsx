import { Button, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { useMemo, useState, type ReactNode } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { wordsOf } from '../i18n/i18n.ts';
import classes from './data-table.module.css';
import { Formula } from './formula.tsx';
import { Frame } from './frame.tsx';
import { sortRows, type Sort } from './sort-rows.ts';

export interface Column<Row> {
  id: string;
  /** What it is called; where that is no text, `headerCell` shows something else. */
  header: string;
  headerCell?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; without it, it cannot be. */
  sortBy?: (row: Row) => string | number | null;
  /** How the column's figures are counted. */
  formula?: string;
  /** Figures stand at the end of their column. */
  isFigure?: boolean;
  /** Names the row for those who hear the table. */
  isRowHeader?: boolean;
  /** Text of any length, which may take several lines. */
  isText?: boolean;
  /** Stays in sight at the end of its row, however wide the table is. */
  isPinned?: boolean;
  /** A CSS width, for columns that should not grow with their content. */
  width?: string;
}

export interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  initialSort?: Sort;
  /** What is said in place of rows; null where there always are some. */
  empty: { icon: Icon; title: string; text?: string } | null;
  /** Marks rows that need a look. */
  toneOf?: (row: Row) => 'plain' | 'warning' | 'muted';
  /** For rows that come in pages: fetches the next one. */
  more?: { isLoading: boolean; onMore: () => void } | null;
}

/** Tables of so many rows are shown whole; longer ones may become lower, down to the height of these. */
const shortRows = 8;

function HeaderCell<Row>({
  table,
  column,
  sort,
  onSort,
}: {
  /** What the table is called. */
  table: string;
  column: Column<Row>;
  sort: Sort | null;
  onSort: (id: string) => void;
}) {
  const t = wordsOf('admin');
  const isSorted = sort?.id === column.id;
  const Arrow = isSorted && sort.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-figure={column.isFigure || undefined}
      data-pinned={column.isPinned || undefined}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
    >
      {column.formula === undefined ? null : (
        <Formula name={`${table}: ${column.header}`} text={column.formula} />
      )}
      {column.sortBy === undefined ? (
        (column.headerCell ?? column.header)
      ) : (
        <UnstyledButton
          className={classes['sort']}
          title={t('sort_by', { column: column.header })}
          onClick={() => onSort(column.id)}
        >
          {column.header}
          <Arrow aria-hidden size={13} stroke={2} data-shown={isSorted || undefined} />
        </UnstyledButton>
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { isRowHeader = false, isFigure = false, isText = false, isPinned = false, cell } = column;
  if (isRowHeader) return <th scope="row">{cell(row)}</th>;
  return (
    <td
      data-figure={isFigure || undefined}
      data-text={isText || undefined}
      data-pinned={isPinned || undefined}
    >
      {cell(row)}
    </td>
  );
}

/** Rows of one kind, sorted by a click on a column. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  initialSort,
  empty,
  toneOf,
  more = null,
}: DataTableProps<Row>) {
  const t = wordsOf('admin');
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const onSort = (id: string) =>
    setSort((before) => ({ id, isDescending: before?.id === id ? !before.isDescending : false }));
  if (rows.length === 0 && empty !== null) {
    return (
      <Frame className={classes['empty']}>
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.text}
        </EmptyState>
      </Frame>
    );
  }
  return (
    // Reached with the keyboard, because it may be wider than the window.
    <Frame
      className={classes['scroll']}
      data-long={rows.length > shortRows || undefined}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} table={label} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} data-tone={toneOf?.(row) ?? 'plain'}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more === null ? null : (
        <div className={classes['more']}>
          <Button variant="default" loading={more.isLoading} onClick={more.onMore}>
            {t('load_more')}
          </Button>
        </div>
      )}
    </Frame>
  );
}
