import { NativeSelect } from '@mantine/core';
import { departments, isDepartment } from '#shared/model/department.ts';
import type { CategoryRoute } from '#shared/protocol/admin/categories.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import type { OnRoute } from './on-route.ts';
import classes from './categories.module.css';

interface RouteTableProps {
  routes: readonly CategoryRoute[];
  onRoute: OnRoute;
}

/** Every word with its department, by the surface that it belongs to. */
export function RouteTable({ routes, onRoute }: RouteTableProps) {
  const t = wordsOf('admin-categories');
  const choices = (documented: CategoryRoute['documented']) => [
    { value: '', label: t('as_documented', { department: categoryWord(documented) }) },
    ...departments.map((value) => ({ value, label: categoryWord(value) })),
  ];
  const columns: Column<CategoryRoute>[] = [
    {
      id: 'word',
      header: t('column.word'),
      isRowHeader: true,
      sortBy: ({ word }) => word,
      cell: ({ word }) => word,
    },
    {
      id: 'vocabulary',
      header: t('column.vocabulary'),
      sortBy: ({ vocabulary }) => t(`vocabulary.${vocabulary}`),
      cell: ({ vocabulary }) => t(`vocabulary.${vocabulary}`),
    },
    {
      id: 'department',
      header: t('column.department'),
      sortBy: ({ department }) => categoryWord(department),
      cell: (route) => (
        <NativeSelect
          size="xs"
          className={classes['choice'] ?? ''}
          aria-label={t('department_of', { word: route.word })}
          value={route.updated_at === null ? '' : route.department}
          onChange={({ currentTarget: { value } }) => void onRoute(route, isDepartment(value) ? value : null)}
          data={choices(route.documented)}
        />
      ),
    },
    {
      id: 'changed',
      header: t('column.changed'),
      isText: true,
      sortBy: ({ updated_at }) => updated_at,
      cell: ({ updated_at, updated_by_name }) =>
        updated_at === null ? null : [exactTime(updated_at), updated_by_name].filter(Boolean).join(', '),
    },
  ];
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={routes}
      rowKey={({ vocabulary, word }) => `${vocabulary} ${word}`}
      empty={null}
    />
  );
}
