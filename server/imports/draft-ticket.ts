import { consoleRules } from '#shared/model/rule-set.ts';
import { moveStatus, type StatusTimes } from '#shared/model/status.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import { ticketCreate } from '#shared/mutators/ticket-create.ts';
import type { ToldTicket } from './read-ticket.ts';

/**
 * The rows of a ticket that lived elsewhere: as old as it was there, and in the state that it had. Nothing is promised
 * for it, because what was promised there is not known; whoever wants a due time sets one by hand.
 */
export function draftTicket(
  told: ToldTicket,
  requesterId: number | null,
  { actor, mintUid }: { actor: Actor; mintUid: UidFactory },
): TicketChanges {
  const args = ticketCreate.args.parse({
    ticket_uid: mintUid(),
    message_uid: mintUid(),
    activity_uid: mintUid(),
    subject: told.subject,
    description: told.description,
    priority: told.priority,
    category: told.category,
    source: 'api',
    requester: { id: requesterId, name: told.requesterName, email: told.requesterEmail },
    phone_number: told.phoneNumber,
    merchant_id: null,
    tags: told.tags,
  });
  const context = { actor, now: told.createdAt, rules: consoleRules };
  const result = ticketCreate.run({ ticket: null, assignee: null, other: null }, args, context);
  if (result.kind !== 'applied' || result.changes.created === undefined)
    throw new Error('A ticket that was told in full was not made');
  const { created } = result.changes;
  return {
    ...result.changes,
    created: {
      ...created,
      ...statusOf(created, told),
      ...assignmentOf(told),
      response_due_at: null,
      response_due_manual: 1,
      updated_at: told.endedAt ?? told.createdAt,
    },
  };
}

/** A closed ticket was resolved first: it counts among those. */
function statusOf(created: StatusTimes, { status, createdAt, endedAt }: ToldTicket): StatusTimes {
  const at = endedAt ?? createdAt;
  const before = status === 'closed' ? moveStatus(created, 'resolved', at) : created;
  const { opened_at, started_at, resolved_at, closed_at } = moveStatus(before, status, at);
  return { status, opened_at, started_at, resolved_at, closed_at };
}

function assignmentOf({ assigneeId, createdAt }: ToldTicket) {
  if (assigneeId === null) return {};
  return { assignee_id: assigneeId, assignee_ids: JSON.stringify([assigneeId]), assigned_at: createdAt };
}
