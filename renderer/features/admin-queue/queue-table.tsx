import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import { useState } from 'react';
import { queueAlertMs, type QueuedTicket } from '#shared/protocol/admin/queue.ts';
import { priorities } from '#shared/model/priority.ts';
import { formatRoute } from '../../store/route.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { TwoLines } from '../../ui/admin/row-name.tsx';
import { TicketLink } from '../../ui/admin/ticket-link.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { PriorityMark } from '../../ui/tickets/priority-mark.tsx';
import { categoryWord, priorityWord, ticketNumber } from '../../ui/tickets/words.ts';
import { clockOrDate, duration, exactTime } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import { AssignBar } from './assign-bar.tsx';
import classes from './queue.module.css';

/** Selects tickets, one by one or all at once. */
function useSelectColumn(
  selected: ReadonlySet<number>,
  onSelect: (ids: Iterable<number>) => void,
  all: readonly QueuedTicket[],
): Column<QueuedTicket> {
  const t = wordsOf('admin-queue');
  const isAll = all.length > 0 && all.every(({ id }) => selected.has(id));
  const toggle = (id: number) =>
    onSelect(selected.has(id) ? [...selected].filter((each) => each !== id) : [...selected, id]);
  return {
    id: 'select',
    header: t('select_all'),
    headerCell: (
      <input
        type="checkbox"
        aria-label={t('select_all')}
        checked={isAll}
        onChange={() => onSelect(isAll ? [] : all.map(({ id }) => id))}
      />
    ),
    width: '36px',
    cell: ({ id, subject }) => (
      <input
        type="checkbox"
        aria-label={t('select', { ticket: `${ticketNumber(id)} ${subject}` })}
        checked={selected.has(id)}
        onChange={() => toggle(id)}
      />
    ),
  };
}

/** How long it has waited here; of one that came from elsewhere, also how old it is. */
function Waiting({ ticket, now }: { ticket: QueuedTicket; now: number }) {
  const t = wordsOf('admin-queue');
  const { waiting_since, created_at, imported_at } = ticket;
  return (
    <TwoLines second={imported_at === null ? null : t('imported', { time: clockOrDate(created_at, now) })}>
      <span
        title={exactTime(waiting_since)}
        data-overdue={now - waiting_since > queueAlertMs || undefined}
        className={classes['waiting']}
      >
        {duration(now - waiting_since)}
      </span>
    </TwoLines>
  );
}

function useColumns(now: number): Column<QueuedTicket>[] {
  const t = wordsOf('admin-queue');
  return [
    {
      id: 'ticket',
      header: t('column.ticket'),
      isRowHeader: true,
      sortBy: ({ id }) => id,
      cell: ({ id, uid, subject }) => (
        <TicketLink id={id} subject={subject} href={formatRoute({ view: 'unassigned', ticketUid: uid })} />
      ),
    },
    {
      id: 'department',
      header: t('column.department'),
      sortBy: ({ category }) => categoryWord(category),
      cell: ({ category }) => categoryWord(category),
    },
    {
      id: 'priority',
      header: t('column.priority'),
      sortBy: ({ priority }) => priorities.indexOf(priority),
      cell: ({ priority }) => (
        <span className={classes['priority']}>
          <PriorityMark priority={priority} size={15} /> {priorityWord(priority)}
        </span>
      ),
    },
    {
      id: 'from',
      header: t('column.from'),
      sortBy: ({ requester_name }) => requester_name,
      cell: ({ requester_name }) => requester_name,
    },
    {
      id: 'waiting',
      header: t('column.waiting'),
      isFigure: true,
      formula: t('formula'),
      sortBy: ({ waiting_since }) => -waiting_since,
      cell: (ticket) => <Waiting ticket={ticket} now={now} />,
    },
    {
      id: 'how',
      header: t('column.how'),
      cell: ({ is_automatic }) => t(is_automatic ? 'automatic' : 'manual'),
    },
  ];
}

/** The tickets that nobody has; several at once are given to somebody. */
export function QueueTable({
  tickets,
  onAssigned,
}: {
  tickets: readonly QueuedTicket[];
  onAssigned: () => void;
}) {
  const t = wordsOf('admin-queue');
  const now = useNow();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  // What somebody took meanwhile is selected no more.
  const present = new Set(tickets.map(({ id }) => id).filter((id) => selected.has(id)));
  const select = useSelectColumn(present, (ids) => setSelected(new Set(ids)), tickets);
  const columns = [select, ...useColumns(now)];
  return (
    <>
      {present.size === 0 ? null : (
        <AssignBar
          ticketIds={[...present]}
          onDone={() => {
            setSelected(new Set());
            onAssigned();
          }}
        />
      )}
      <DataTable
        label={t('queue')}
        columns={columns}
        rows={tickets}
        rowKey={({ id }) => id}
        initialSort={{ id: 'waiting', isDescending: true }}
        empty={{ icon: IconInbox, title: t('empty.title'), text: t('empty.text') }}
      />
    </>
  );
}
