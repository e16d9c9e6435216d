import type { TicketListItem, TicketPage } from '#shared/protocol/ticket-list.ts';
import type { TicketList } from './list-state.ts';

/** Rows of one request; the list asks for more as it scrolls. */
export const pageSize = 60;
/** Most rows that one request may ask for (contract of `tickets.list`). */
const requestLimit = 500;

/** How many rows to ask for next, so that a refresh covers what was loaded before. */
export function refreshLimit(loadedCount: number, readCount: number): number {
  return Math.min(requestLimit, Math.max(pageSize, loadedCount - readCount));
}

/**
 * The list after a refresh; rows that did not change keep their identity, so that they are not drawn again, and so does
 * the list when nothing in it changed.
 */
export function refreshed(list: TicketList, pages: readonly TicketPage[]): TicketList {
  const knownByUid = new Map(list.items.map((item) => [item.ticket.uid, item]));
  const items = pages
    .flatMap((page) => page.items)
    .map((item) => {
      const known = knownByUid.get(item.ticket.uid);
      return known !== undefined && isSameItem(known, item) ? known : item;
    });
  const next = pages.at(-1)?.next ?? null;
  const isSame =
    list.phase === 'ready' &&
    items.length === list.items.length &&
    items.every((item, index) => item === list.items[index]) &&
    next?.key === list.next?.key &&
    next?.uid === list.next?.uid;
  return isSame ? list : { phase: 'ready', items, next };
}

/** The list with one more page; a row that moved between the two reads is kept once. */
export function withPage(list: TicketList, page: TicketPage): TicketList {
  const held = new Set(list.items.map((item) => item.ticket.uid));
  const fresh = page.items.filter((item) => !held.has(item.ticket.uid));
  return { phase: 'ready', items: [...list.items, ...fresh], next: page.next };
}

/** Rows of a page hold plain values only. */
function isShallowEqual(a: object, b: object): boolean {
  return Object.entries(a).every(([key, value]) => value === Reflect.get(b, key));
}

function isSameItem(a: TicketListItem, b: TicketListItem): boolean {
  return isShallowEqual(a.ticket, b.ticket) && isShallowEqual({ ...a, ticket: b.ticket }, b);
}

/** The highlighted row, or the one that took its place when it left the list. */
export function highlightAfter(
  before: readonly TicketListItem[],
  after: readonly TicketListItem[],
  highlightedUid: string | null,
): string | null {
  const place = before.findIndex((item) => item.ticket.uid === highlightedUid);
  if (place === -1 || after.some((item) => item.ticket.uid === highlightedUid)) return highlightedUid;
  return after[Math.min(place, after.length - 1)]?.ticket.uid ?? null;
}

/** The row `step` away from the highlighted one; from nowhere, the first. */
export function neighbourUid(
  items: readonly TicketListItem[],
  highlightedUid: string | null,
  step: 1 | -1,
): string | null {
  const index = items.findIndex((item) => item.ticket.uid === highlightedUid);
  if (index === -1) return items[0]?.ticket.uid ?? null;
  const next = Math.min(items.length - 1, Math.max(0, index + step));
  return items[next]?.ticket.uid ?? null;
}
