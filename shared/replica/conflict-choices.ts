import { canonicalTransitions, type Status } from '../model/status.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { Refusal } from '../mutators/refusal.ts';
import type { ConflictChoice } from '../protocol/kept-change.ts';

/** The refused change, as far as the choice of what to do next depends on it. */
export interface RefusedChange {
  name: string;
  args: Record<string, unknown>;
  refusal: Refusal;
}

/** Whether the same change could be accepted on the ticket as it is now. */
function canRedo({ name, args, refusal }: RefusedChange, ticket: TicketRow): boolean {
  switch (refusal.code) {
    case 'answered_meanwhile':
    case 'failed':
      return true;
    case 'overtaken':
    case 'invalid_transition':
      if (name === 'ticket-merge') return false;
      return name !== 'ticket-status' || canonicalTransitions[ticket.status].includes(args['to'] as Status);
    case 'file_refused':
      return refusal.reason === 'missing';
    case 'forbidden':
    case 'ticket_not_found':
    case 'ticket_exists':
    case 'invalid_args':
    case 'unknown_mutation':
    case 'assignee_not_found':
    case 'assignee_inactive':
      return false;
  }
}

/**
 * What the author may do about a refused change. `ticket` is null when it left this console's view: then only the
 * author's own words remain, to be read and let go.
 */
export function choicesFor(change: RefusedChange, ticket: TicketRow | null): ConflictChoice[] {
  if (ticket === null) return ['discard'];
  const isText = change.name === 'ticket-reply' || change.name === 'ticket-note';
  const choices: ConflictChoice[] = [];
  if (canRedo(change, ticket)) choices.push('redo');
  if (isText) choices.push('edit');
  if (change.name === 'ticket-reply') choices.push('note');
  return [...choices, 'discard'];
}

/** The arguments of the same change, now based on the ticket as it is: its author has seen what came in between. */
export function rebasedArgs(
  { name, args }: Pick<RefusedChange, 'name' | 'args'>,
  ticket: TicketRow,
  mintUid: () => string,
): Record<string, unknown> {
  const fresh = Object.fromEntries(
    Object.keys(args)
      .filter((key) => key === 'message_uid' || key.endsWith('activity_uid'))
      .map((key) => [key, mintUid()]),
  );
  switch (name) {
    case 'ticket-reply':
      return { ...args, ...fresh, seen_reply_uid: ticket.last_reply_uid };
    case 'ticket-status':
      return { ...args, ...fresh, base: ticket.status };
    case 'ticket-assign':
      return { ...args, ...fresh, base: ticket.assignee_id };
    default:
      return { ...args, ...fresh };
  }
}
