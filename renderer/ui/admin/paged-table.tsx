import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { AnswerState } from './answer-state.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';

interface PagedTableProps<Row> extends Omit<DataTableProps<Row>, 'rows' | 'more'> {
  /** Rows that come in pages, as far as they are here. */
  pages: {
    items: readonly Row[] | null;
    error: DeskErrorData | null;
    hasMore: boolean;
    isLoading: boolean;
    loadMore: () => void;
    reload: () => unknown;
  };
}

/** A table of rows that come in pages. */
export function PagedTable<Row>({ pages, ...table }: PagedTableProps<Row>) {
  const { items, error, hasMore, isLoading, loadMore, reload } = pages;
  return (
    <AnswerState value={items} error={error} reload={reload}>
      {(rows) => <DataTable {...table} rows={rows} more={hasMore ? { isLoading, onMore: loadMore } : null} />}
    </AnswerState>
  );
}
