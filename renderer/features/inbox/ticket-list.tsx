import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { viewWord } from '../../ui/tickets/words.ts';
import { useNow } from '../../ui/use-now.ts';
import { ListState } from './list-state.tsx';
import classes from './ticket-list.module.css';
import { rowHeight, TicketRowView } from './ticket-row.tsx';

/** Rows before the end at which the next page is asked for. */
const loadAhead = 20;

function ListHeader() {
  const view = useConsole((state) => state.view);
  const count = useConsole((state) => state.counts[state.view]);
  return (
    <header className={classes['header']}>
      <h1 className={classes['title']}>{viewWord[view]}</h1>
      {count === undefined ? null : (
        <span className={classes['count']}>
          {count} {count === 1 ? 'ticket' : 'tickets'}
        </span>
      )}
    </header>
  );
}

/** The rows of the view; only those in sight exist, and pages come as they are scrolled to. */
function Rows() {
  const store = useConsoleStore();
  const items = useConsole((state) => state.list.items);
  const view = useConsole((state) => state.view);
  const openUid = useConsole((state) => state.openUid);
  const highlightedUid = useConsole((state) => state.highlightedUid);
  const people = useConsole((state) => state.people);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const nameById = useMemo(() => new Map(people.map((person) => [person.id, person.full_name])), [people]);
  const showConflict = useCallback((uid: string) => store.getState().showConflictOf(uid), [store]);

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.ticket.uid ?? index,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastIndex >= items.length - loadAhead) void store.getState().loadMore();
  }, [lastIndex, items.length, store]);

  const highlightedIndex = items.findIndex((item) => item.ticket.uid === highlightedUid);
  useEffect(() => {
    if (highlightedIndex !== -1) virtualizer.scrollToIndex(highlightedIndex, { align: 'auto' });
    // Following the list's own movements would fight with the one who scrolls.
    // oxlint-disable-next-line react/exhaustive-deps -- only a move of the highlight scrolls
  }, [highlightedUid]);

  return (
    <div ref={scroller} className={classes['scroller']}>
      <div role="list" aria-label="Tickets" className={classes['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const { uid, assignee_id: assigneeId } = item.ticket;
          return (
            <div
              key={row.key}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={classes['slot']}
              style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
            >
              <TicketRowView
                item={item}
                view={view}
                now={now}
                isOpen={uid === openUid}
                isHighlighted={uid === highlightedUid}
                assigneeName={assigneeId === null ? null : (nameById.get(assigneeId) ?? `User ${assigneeId}`)}
                onConflict={showConflict}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The middle pane: the tickets of the chosen view. */
export function TicketList() {
  const hasRows = useConsole((state) => state.list.items.length > 0);
  return (
    <section aria-label="Ticket list" className={classes['pane']}>
      <ListHeader />
      {hasRows ? <Rows /> : <ListState />}
    </section>
  );
}
