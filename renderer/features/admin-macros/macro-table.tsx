import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useTranslation } from 'react-i18next';
import type { MacroUsage } from '#shared/protocol/admin/macros.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Tag } from '../../ui/admin/tag.tsx';
import { v1Time } from '../../ui/admin/v1-time.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { categoryWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { describeMacro } from './describe-macro.ts';
import type { Macro } from './macro-calls.ts';
import classes from './macros.module.css';

export type MacroAction = 'edit' | 'remove';

function MacroMenu({ macro, onAction }: { macro: Macro; onAction: (action: MacroAction) => void }) {
  const { t } = useTranslation('admin-macros');
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon aria-label={t('menu', { name: macro.name })}>
          <IconDots aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAction('edit')}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={() => onAction('remove')}>{t('remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function UsesCell({ usage }: { usage: MacroUsage | undefined }) {
  const { t } = useTranslation('admin-macros');
  if (usage === undefined) return <>{figure(0)}</>;
  const { uses, tickets, used_at } = usage;
  return <span title={t('used', { count: tickets, time: exactTime(used_at) })}>{figure(uses)}</span>;
}

type UsageById = ReadonlyMap<number, MacroUsage>;

function useColumns(
  usageById: UsageById,
  onAction: (action: MacroAction, macro: Macro) => void,
): Column<Macro>[] {
  const { t } = useTranslation('admin-macros');
  const people = useConsole((state) => state.people);
  return [
    {
      id: 'name',
      header: t('column.name'),
      isRowHeader: true,
      sortBy: ({ name }) => name,
      cell: (macro) => (
        <button type="button" className={classes['name']} onClick={() => onAction('edit', macro)}>
          {macro.name}
          {macro.body.text === undefined ? null : <span>{macro.body.text}</span>}
        </button>
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
      cell: ({ id }) => <UsesCell usage={usageById.get(id)} />,
    },
    {
      id: 'updated',
      header: t('column.updated'),
      sortBy: ({ updated_at }) => updated_at,
      cell: ({ updated_at }) => exactTime(v1Time(updated_at)),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      headerCell: <VisuallyHidden>{t('column.actions')}</VisuallyHidden>,
      width: '44px',
      cell: (macro) => <MacroMenu macro={macro} onAction={(action) => onAction(action, macro)} />,
    },
  ];
}

export function MacroTable({
  macros,
  usageById,
  onAction,
}: {
  macros: readonly Macro[];
  usageById: UsageById;
  onAction: (action: MacroAction, macro: Macro) => void;
}) {
  const { t } = useTranslation('admin-macros');
  const columns = useColumns(usageById, onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={macros}
      rowKey={({ id }) => id}
      initialSort={{ id: 'name', isDescending: false }}
      empty={
        <EmptyState icon={IconBolt} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  );
}
