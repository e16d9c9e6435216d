import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { priorities } from '#shared/model/priority.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { activeColumn, menuColumn } from '../../ui/admin/row-actions.tsx';
import { OpenRow } from '../../ui/admin/row-name.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord } from '../../ui/tickets/words.ts';
import { duration } from '../../ui/time.ts';
import { hoursOf } from './read-week.ts';
import type { SlaPolicy } from './sla-calls.ts';
import classes from './sla.module.css';

export type SlaAction = 'edit' | 'switch' | 'remove';

const hoursOfAWeek = 168;
const minutes = (value: number): string => duration(value * 60_000);

function Promises({ rules }: SlaPolicy) {
  const t = wordsOf('admin-sla');
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
  const t = wordsOf('admin-sla');
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
      cell: (policy) => <OpenRow onOpen={() => onAction('edit', policy)}>{policy.name}</OpenRow>,
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
    activeColumn(t('column.state'), { active: t('active'), inactive: t('inactive') }),
    menuColumn(
      ({ name }) => name,
      (policy) => [
        { label: t('edit'), onClick: () => onAction('edit', policy) },
        {
          label: t(policy.is_active ? 'switch_off' : 'switch_on'),
          onClick: () => onAction('switch', policy),
        },
        { label: t('remove'), onClick: () => onAction('remove', policy) },
      ],
    ),
  ];
}

export function SlaTable({
  policies,
  onAction,
}: {
  policies: readonly SlaPolicy[];
  onAction: (action: SlaAction, policy: SlaPolicy) => void;
}) {
  const t = wordsOf('admin-sla');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={policies}
      rowKey={({ id }) => id}
      initialSort={{ id: 'position', isDescending: false }}
      toneOf={({ is_active }) => (is_active ? 'plain' : 'muted')}
      empty={{ icon: IconClock, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}
