import { NativeSelect } from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queueCalls, type Assignment } from '#shared/protocol/admin/queue.ts';
import { formatRoute } from '../../store/route.ts';
import { usePages } from '../../store/use-pages.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { categoryWord, ticketNumber } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import classes from './queue.module.css';

const ways = ['all', 'automatic', 'manual'] as const;

/** Why it went to whom it went, in the reader's language. */
function Why({ assignment: { explanation, reason, to_name } }: { assignment: Assignment }) {
  const { t } = useTranslation('admin-queue');
  if (explanation === null) return reason;
  const { active, capacity, available, full, department, rank } = explanation;
  return (
    <span className={classes['why']}>
      {t('because', {
        name: to_name ?? '',
        active,
        capacity,
        percent: Math.round((active / capacity) * 100),
      })}{' '}
      {t(`rank.${rank}`, { department: categoryWord(department) })}
      <span className={classes['detail']}>{t('of_agents', { available, full })}</span>
    </span>
  );
}

/** Who was given which ticket, by whom, and because of what. */
export function AssignmentsPart() {
  const { t } = useTranslation('admin-queue');
  const [how, setHow] = useState<(typeof ways)[number]>('all');
  const { items, error, hasMore, isLoading, loadMore, reload } = usePages(queueCalls.assignments, { how });
  const columns: Column<Assignment>[] = [
    { id: 'when', header: t('column.when'), cell: ({ at }) => exactTime(at), width: '160px' },
    {
      id: 'ticket',
      header: t('column.ticket'),
      isRowHeader: true,
      cell: ({ ticket_id, ticket_uid, ticket_subject }) => (
        <a className={classes['ticket']} href={formatRoute({ view: 'open', ticketUid: ticket_uid })}>
          <span className={classes['number']}>{ticketNumber(ticket_id)}</span> {ticket_subject}
        </a>
      ),
    },
    {
      id: 'to',
      isText: true,
      header: t('column.to'),
      cell: ({ from_name, to_name }) =>
        from_name === null
          ? (to_name ?? t('to_nobody'))
          : t('from_to', { from: from_name, to: to_name ?? t('to_nobody') }),
    },
    { id: 'by', header: t('column.by'), cell: ({ by_name }) => by_name ?? t('the_node') },
    {
      id: 'why',
      isText: true,
      header: t('column.why'),
      cell: (assignment) => <Why assignment={assignment} />,
    },
  ];
  return (
    <>
      <NativeSelect
        size="xs"
        className={classes['how'] ?? ''}
        label={t('how_label')}
        value={how}
        onChange={(event) => setHow(ways.find((way) => way === event.currentTarget.value) ?? 'all')}
        data={ways.map((value) => ({ value, label: t(`how.${value}`) }))}
      />
      <AnswerState value={items} error={error} reload={reload}>
        {(rows) => (
          <DataTable
            label={t('assignments')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            more={hasMore ? { isLoading, onMore: loadMore } : null}
            empty={
              <EmptyState icon={IconArrowsExchange} title={t('no_assignments.title')}>
                {t('no_assignments.text')}
              </EmptyState>
            }
          />
        )}
      </AnswerState>
    </>
  );
}
