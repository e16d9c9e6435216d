import { ActionIcon } from '@mantine/core';
import IconBaselineDensityMedium from '@tabler/icons-react/dist/esm/icons/IconBaselineDensityMedium.mjs';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import type { TicketListItem } from '#shared/protocol/ticket-list.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { countOf, viewName } from '../../store/views.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { useNow } from '../../ui/use-now.ts';
import { ListState } from './list-state.tsx';
import classes from './ticket-list.module.css';
import { rowHeightOf, TicketRowView } from './ticket-row.tsx';
import { ViewMenu } from './view-menu.tsx';

/** Rows before the end at which the next page is asked for. */
const loadAhead = 20;
/** Time for a row that was scrolled to, to be drawn. */
const drawWaitMs = 40;

function ListHeader() {
  const t = wordsOf('inbox');
  const store = useConsoleStore();
  const isCompact = useConsole((state) => state.isCompact);
  const view = useConsole((state) => state.view);
  const savedViews = useConsole((state) => state.savedViews);
  const count = useConsole((state) => countOf(state.view, state));
  return (
    <header className={classes['header']}>
      <h1 className={classes['title']}>{viewName(view, savedViews)}</h1>
      {count === undefined ? null : <span className={classes['count']}>{t('tickets_count', { count })}</span>}
      <ActionIcon
        className={classes['density']}
        aria-label={t('compact')}
        aria-pressed={isCompact}
        title={t('compact')}
        onClick={() => store.getState().toggleCompact()}
      >
        <IconBaselineDensityMedium size={16} stroke={1.75} />
      </ActionIcon>
      <ViewMenu />
    </header>
  );
}

/** Takes the focus along with the highlight, unless it is at work elsewhere. False when the row is not drawn yet. */
function focusRow(uid: string): boolean {
  const { activeElement } = document;
  const isFree = activeElement === document.body || activeElement?.hasAttribute('data-row-link') === true;
  const row = document.querySelector<HTMLElement>(`[data-row-link="${uid}"]`);
  if (isFree) row?.focus({ preventScroll: true });
  return row !== null;
}

/** The part of the rows that is in sight; asks for more near the end and follows the highlight. */
function useRowsInSight(items: readonly TicketListItem[], scroller: RefObject<HTMLDivElement | null>) {
  const store = useConsoleStore();
  const highlightedUid = useConsole((state) => state.highlightedUid);
  const rowHeight = useConsole((state) => rowHeightOf(state.isCompact));
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.ticket.uid ?? index,
    overscan: 5,
  });
  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? 0;

  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  useEffect(() => {
    if (lastIndex >= items.length - loadAhead) void store.getState().loadMore();
  }, [lastIndex, items.length, store]);

  useEffect(() => {
    const index = items.findIndex((item) => item.ticket.uid === highlightedUid);
    if (index === -1 || highlightedUid === null) return undefined;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    if (focusRow(highlightedUid)) return undefined;
    const timer = setTimeout(() => focusRow(highlightedUid), drawWaitMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- only a move of the highlight scrolls, not one of the list
  }, [highlightedUid]);

  return { rows, height: virtualizer.getTotalSize() };
}

/** What a row can do, the same functions at every drawing, so that rows are drawn again only when they changed. */
function useRowActions() {
  const store = useConsoleStore();
  return useMemo(
    () => ({
      onConflict: (uid: string) => store.getState().showConflictOf(uid),
      onFocus: (uid: string) => store.getState().highlight(uid),
      onSelect: (uid: string, isRange: boolean) => {
        if (isRange) store.getState().selectTo(uid);
        else store.getState().toggleSelected(uid);
      },
    }),
    [store],
  );
}

/** The rows of the view; only those in sight exist, and pages come as they are scrolled to. */
function Rows() {
  const t = wordsOf(['inbox', 'tickets']);
  const items = useConsole((state) => state.list.items);
  const view = useConsole((state) => state.view);
  const openUid = useConsole((state) => state.openUid);
  const highlightedUid = useConsole((state) => state.highlightedUid);
  const people = useConsole((state) => state.people);
  const isCompact = useConsole((state) => state.isCompact);
  const selectedUids = useConsole((state) => state.selectedUids);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, height } = useRowsInSight(items, scroller);
  const nameById = useMemo(() => new Map(people.map((person) => [person.id, person.full_name])), [people]);
  const actions = useRowActions();

  function assigneeName(assigneeId: number | null): string | null {
    // In one's own view it would be the same face in every row.
    if (assigneeId === null || view === 'mine') return null;
    return nameById.get(assigneeId) ?? t('tickets:person', { id: assigneeId });
  }

  return (
    <div ref={scroller} className={classes['scroller']}>
      <div role="list" aria-label={t('inbox:tickets')} className={classes['rows']} style={{ height }}>
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const { uid, assignee_id } = item.ticket;
          return (
            <div
              key={row.key}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={classes['slot']}
              style={{ height: rowHeightOf(isCompact), transform: `translateY(${row.start}px)` }}
            >
              <TicketRowView
                item={item}
                view={view}
                now={now}
                isCompact={isCompact}
                isOpen={uid === openUid}
                isHighlighted={uid === highlightedUid}
                isSelected={selectedUids.size === 0 ? null : selectedUids.has(uid)}
                assigneeName={assigneeName(assignee_id)}
                {...actions}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The middle pane: the tickets of the chosen view. `toolbar` takes the header's place while some are selected. */
export function TicketList({ toolbar }: { toolbar: ReactNode }) {
  const t = wordsOf('inbox');
  const isSelecting = useConsole((state) => state.selectedUids.size > 0 || state.bulkRun !== null);
  const hasRows = useConsole((state) => state.list.items.length > 0);
  return (
    <section aria-label={t('list')} className={classes['pane']}>
      {isSelecting ? toolbar : <ListHeader />}
      {hasRows ? <Rows /> : <ListState />}
    </section>
  );
}
