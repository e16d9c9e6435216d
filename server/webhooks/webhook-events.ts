import type { TicketRow } from '#shared/model/ticket.ts';
import type { WebhookEvent } from '#shared/model/webhook-event.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';

const toIso = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString());

/** The ticket as programs are told of it: its own words, none of any surface's. */
function describeTicket(ticket: StoredTicket) {
  return {
    id: ticket.id,
    code: ticket.code,
    version: ticket.ver,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    source: ticket.source,
    tags: JSON.parse(ticket.tags) as string[],
    requester: {
      id: ticket.requester_id,
      name: ticket.requester_name,
      email: ticket.requester_email,
      phone_number: ticket.phone_number,
    },
    assignee_ids: JSON.parse(ticket.assignee_ids) as number[],
    created_at: toIso(ticket.created_at),
    updated_at: toIso(ticket.updated_at),
    first_responded_at: toIso(ticket.first_responded_at),
    resolved_at: toIso(ticket.resolved_at),
    closed_at: toIso(ticket.closed_at),
    response_due_at: toIso(ticket.response_due_at),
    resolution_due_at: toIso(ticket.resolution_due_at),
  };
}

/** What changes with everything else, or is told of by an event of its own. */
const untold: readonly string[] = [
  'ver',
  'updated_at',
  'audience_id',
  'last_message_at',
  'last_message_text',
  'last_message_sender',
  'last_reply_uid',
] satisfies (keyof StoredTicket)[];

function changedColumns(before: StoredTicket, after: StoredTicket): (keyof TicketRow)[] {
  return (Object.keys(after) as (keyof TicketRow)[]).filter(
    (column) => before[column] !== after[column] && !untold.includes(column),
  );
}

export interface TellableEvent {
  event: WebhookEvent;
  /** What stands in the body beside `id`, `event` and `created_at`. */
  body: Record<string, unknown>;
}

/** What one change of a ticket is worth telling. `before` is null for a new ticket. */
export function eventsOfChange(
  before: StoredTicket | null,
  { ticket, messages }: Pick<WrittenChanges, 'ticket' | 'messages'>,
): TellableEvent[] {
  const described = describeTicket(ticket);
  const said = messages.map(({ id, visibility, sender_type, sender_id, sender_name, text }) => ({
    event: visibility === 'staff' ? ('note.created' as const) : ('message.created' as const),
    body: { ticket: described, message: { id, sender_type, sender_id, sender_name, text } },
  }));
  if (before === null) return [{ event: 'ticket.created', body: { ticket: described } }, ...said];
  const changed = changedColumns(before, ticket);
  const updated: TellableEvent[] =
    changed.length === 0 ? [] : [{ event: 'ticket.updated', body: { ticket: described, changed } }];
  if (before.status !== ticket.status) {
    const from = before.status;
    updated.push({ event: 'ticket.status_changed', body: { ticket: described, from, to: ticket.status } });
  }
  if (before.assignee_ids !== ticket.assignee_ids) {
    const from = JSON.parse(before.assignee_ids) as number[];
    updated.push({ event: 'ticket.assigned', body: { ticket: described, from, to: described.assignee_ids } });
  }
  return [...updated, ...said];
}

export function eventOfRemoval(ticket: StoredTicket): TellableEvent {
  return { event: 'ticket.deleted', body: { ticket: describeTicket(ticket) } };
}
