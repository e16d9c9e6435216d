import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import { useState } from 'react';
import { queueCalls, type Assignment } from '#shared/protocol/admin/queue.ts';
import { formatRoute } from '../../store/route.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { TicketLink } from '../../ui/admin/ticket-link.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import classes from './queue.module.css';

const ways = ['all', 'automatic', 'manual'] as const;

/** Why it went to whom it went, in the reader's language. */
function Why({ assignment: { explanation, reason, to_name } }: { assignment: Assignment }) {
  const t = wordsOf('admin-queue');
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

function useColumns(): Column<Assignment>[] {
  const t = wordsOf('admin-queue');
  return [
    { id: 'when', header: t('column.when'), cell: ({ at }) => exactTime(at), width: '160px' },
    {
      id: 'ticket',
      header: t('column.ticket'),
      isRowHeader: true,
      cell: ({ ticket_id, ticket_uid, ticket_subject }) => (
        <TicketLink
          id={ticket_id}
          subject={ticket_subject}
          href={formatRoute({ view: 'open', ticketUid: ticket_uid })}
        />
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
}

/** Who was given which ticket, by whom, and because of what. */
export function AssignmentsPart() {
  const t = wordsOf('admin-queue');
  const [how, setHow] = useState<(typeof ways)[number]>('all');
  const pages = usePages(queueCalls.assignments, { how });
  const columns = useColumns();
  return (
    <>
      <FilterSelect
        isRequired
        label={t('how_label')}
        value={how}
        values={ways}
        wordOf={(way) => t(`how.${way}`)}
        onChange={(way) => setHow(way === '' ? 'all' : way)}
      />
      <PagedTable
        pages={pages}
        label={t('assignments')}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ icon: IconArrowsExchange, title: t('no_assignments.title'), text: t('no_assignments.text') }}
      />
    </>
  );
}
