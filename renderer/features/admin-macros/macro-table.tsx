import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import type { MacroUsage } from '#shared/protocol/admin/macros.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Moment } from '../../ui/admin/moment.tsx';
import { menuColumn } from '../../ui/admin/row-actions.tsx';
import { OpenRow } from '../../ui/admin/row-name.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { v1Time } from '../../ui/admin/v1-time.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { describeMacro } from './describe-macro.ts';
import type { Macro } from './macro-calls.ts';

export type MacroAction = 'edit' | 'remove';

function UsesCell({ usage }: { usage: MacroUsage | undefined }) {
  const t = wordsOf('admin-macros');
  if (usage === undefined) return <>{figure(0)}</>;
  const { item_id, uses, tickets, used_at } = usage;
  return (
    <FigureLink
      href={formatAdminPlace('tickets', { macro_id: item_id })}
      title={t('used', { count: tickets, time: exactTime(used_at) })}
    >
      {figure(uses)}
    </FigureLink>
  );
}

type UsageById = ReadonlyMap<number, MacroUsage>;

function useColumns(
  usageById: UsageById,
  onAction: (action: MacroAction, macro: Macro) => void,
): Column<Macro>[] {
  const t = wordsOf('admin-macros');
  const people = useConsole((state) => state.people);
  return [
    {
      id: 'name',
      header: t('column.name'),
      isRowHeader: true,
      sortBy: ({ name }) => name,
      cell: (macro) => (
        <OpenRow second={macro.body.text} onOpen={() => onAction('edit', macro)}>
          {macro.name}
        </OpenRow>
      ),
    },
    {
      id: 'visibility',
      header: t('column.visibility'),
      sortBy: ({ visibility }) => visibility,
      cell: ({ visibility, department }) => (
        <Tag tone={visibility === 'all' ? 'blue' : 'grey'}>
          {visibility === 'team' && department !== null
            ? categoryWord(department)
            : t(`visibilities.${visibility}`)}
        </Tag>
      ),
    },
    {
      id: 'does',
      header: t('column.does'),
      isText: true,
      cell: ({ body }) => describeMacro(body, nameOfPerson(people)).join(' · '),
    },
    {
      id: 'uses',
      header: t('column.uses'),
      isFigure: true,
      sortBy: ({ id }) => usageById.get(id)?.uses ?? 0,
      formula: t('formula'),
      cell: ({ id }) => <UsesCell usage={usageById.get(id)} />,
    },
    {
      id: 'updated',
      header: t('column.updated'),
      sortBy: ({ updated_at }) => updated_at,
      cell: ({ updated_at }) => <Moment at={v1Time(updated_at)} />,
    },
    menuColumn(
      ({ name }) => name,
      (macro) => [
        { label: t('edit'), onClick: () => onAction('edit', macro) },
        { label: t('remove'), onClick: () => onAction('remove', macro) },
      ],
    ),
  ];
}

export function MacroTable({
  macros,
  hasOthers,
  usageById,
  onAction,
}: {
  macros: readonly Macro[];
  /** There are others, which do not fit what is looked for. */
  hasOthers: boolean;
  usageById: UsageById;
  onAction: (action: MacroAction, macro: Macro) => void;
}) {
  const t = wordsOf('admin-macros');
  const columns = useColumns(usageById, onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={macros}
      rowKey={({ id }) => id}
      initialSort={{ id: 'name', isDescending: false }}
      empty={{ icon: IconBolt, title: t(hasOthers ? 'empty.title' : 'empty.none'), text: t('empty.text') }}
    />
  );
}
