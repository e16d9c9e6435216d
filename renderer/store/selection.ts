import type { TicketListItem } from '#shared/protocol/ticket-list.ts';

export type Selection = ReadonlySet<string>;

export function toggled(selection: Selection, uid: string): Selection {
  const next = new Set(selection);
  if (!next.delete(uid)) next.add(uid);
  return next;
}

/** The selection with every row from one to the other, both included; either may stand first. */
export function withRange(
  selection: Selection,
  items: readonly TicketListItem[],
  fromUid: string | null,
  toUid: string,
): Selection {
  const to = items.findIndex((item) => item.ticket.uid === toUid);
  const from = items.findIndex((item) => item.ticket.uid === fromUid);
  if (to === -1) return selection;
  const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  return new Set([...selection, ...items.slice(first, last + 1).map((item) => item.ticket.uid)]);
}
