import type { Priority } from '#shared/model/priority.ts';
import { canonicalTransitions, type Status } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { words } from '../ui/i18n/i18n.ts';
import { priorityWord, statusWord } from '../ui/tickets/words.ts';

/** A change that takes an earlier one back: `base` is what that one made of the ticket, so a colleague's is kept. */
export type Undo = { ticketUid: string; text: string } & (
  | { name: 'ticket-status'; to: Status; base: Status }
  | { name: 'ticket-assign'; to: number | null; base: number | null }
  | { name: 'ticket-priority'; to: Priority }
);

/** Null where the way back is closed: a status that does not lead there again. */
export function undoOfStatus({ uid, status }: TicketRow, to: Status): Undo | null {
  if (!canonicalTransitions[to].includes(status)) return null;
  const text = words('desk:did.status', { status: statusWord(to) });
  return { ticketUid: uid, text, name: 'ticket-status', to: status, base: to };
}

export function undoOfAssignee(
  { uid, assignee_id }: TicketRow,
  to: number | null,
  nameOf: (id: number) => string,
): Undo {
  const text = to === null ? words('desk:did.unassigned') : words('desk:did.assigned', { name: nameOf(to) });
  return { ticketUid: uid, text, name: 'ticket-assign', to: assignee_id, base: to };
}

export function undoOfPriority({ uid, priority }: TicketRow, to: Priority): Undo {
  const text = words('desk:did.priority', { priority: priorityWord(to) });
  return { ticketUid: uid, text, name: 'ticket-priority', to: priority };
}
