import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useTranslation } from 'react-i18next';
import { priorities } from '#shared/model/priority.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Tag } from '../../ui/admin/tag.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { categoryWord, priorityWord } from '../../ui/tickets/words.ts';
import { duration } from '../../ui/time.ts';
import { hoursOf } from './read-week.ts';
import type { SlaPolicy } from './sla-calls.ts';
import classes from './sla.module.css';

export type SlaAction = 'edit' | 'switch' | 'remove';

const hoursOfAWeek = 168;
const minutes = (value: number): string => duration(value * 60_000);

function SlaMenu({ policy, onAction }: { policy: SlaPolicy; onAction: (action: SlaAction) => void }) {
  const { t } = useTranslation('admin-sla');
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon aria-label={t('menu', { name: policy.name })}>
          <IconDots aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAction('edit')}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={() => onAction('switch')}>
          {t(policy.is_active ? 'switch_off' : 'switch_on')}
        </Menu.Item>
        <Menu.Item onClick={() => onAction('remove')}>{t('remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Promises({ rules }: SlaPolicy) {
  const { t } = useTranslation('admin-sla');
  return (
    <ul className={classes['promises']}>
      {priorities.map((priority) => {
        const { response_minutes, resolution_minutes } = rules.targets[priority];
        const resolution = resolution_minutes === null ? t('none') : minutes(resolution_minutes);
        return (
          <li key={priority}>
            <span>{priorityWord(priority)}</span> {minutes(response_minutes)} · {resolution}
          </li>
        );
      })}
    </ul>
  );
}

function useColumns(onAction: (action: SlaAction, policy: SlaPolicy) => void): Column<SlaPolicy>[] {
  const { t } = useTranslation('admin-sla');
  return [
    {
      id: 'position',
      header: t('column.position'),
      isFigure: true,
      width: '80px',
      sortBy: ({ position }) => position,
      cell: ({ position }) => position,
    },
    {
      id: 'name',
      header: t('column.name'),
      isRowHeader: true,
      sortBy: ({ name }) => name,
      cell: (policy) => (
        <button type="button" className={classes['name']} onClick={() => onAction('edit', policy)}>
          {policy.name}
        </button>
      ),
    },
    {
      id: 'for',
      header: t('column.for'),
      isText: true,
      cell: ({ rules }) => rules.categories?.map(categoryWord).join(', ') ?? t('everything'),
    },
    {
      id: 'hours',
      header: t('column.hours'),
      isText: true,
      cell: ({ rules: { calendar } }) =>
        hoursOf(calendar) === hoursOfAWeek
          ? t('round_the_clock')
          : t('hours_a_week', { count: Number(figure(hoursOf(calendar), 1)), zone: calendar.time_zone }),
    },
    { id: 'promises', header: t('column.promises'), cell: (policy) => <Promises {...policy} /> },
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ is_active }) => (
        <Tag tone={is_active ? 'green' : 'grey'}>{t(is_active ? 'active' : 'inactive')}</Tag>
      ),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      headerCell: <VisuallyHidden>{t('column.actions')}</VisuallyHidden>,
      width: '44px',
      cell: (policy) => <SlaMenu policy={policy} onAction={(action) => onAction(action, policy)} />,
    },
  ];
}

export function SlaTable({
  policies,
  onAction,
}: {
  policies: readonly SlaPolicy[];
  onAction: (action: SlaAction, policy: SlaPolicy) => void;
}) {
  const { t } = useTranslation('admin-sla');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={policies}
      rowKey={({ id }) => id}
      initialSort={{ id: 'position', isDescending: false }}
      toneOf={({ is_active }) => (is_active ? 'plain' : 'muted')}
      empty={
        <EmptyState icon={IconClock} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  );
}
