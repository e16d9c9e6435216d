import { z } from 'zod';
import { departments } from '../model/department.ts';
import { priorities, responseDueAt } from '../model/priority.ts';
import { sources, type MessageRow, type TicketRow } from '../model/ticket.ts';
import { uidSchema } from '../model/uid.ts';
import { untouchedTicket } from '../model/untouched-ticket.ts';
import { draftActivity, lastMessageColumns, maxTextLength, tagsSchema } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

const args = z.strictObject({
  ticket_uid: uidSchema,
  message_uid: uidSchema,
  activity_uid: uidSchema,
  subject: z.string().trim().min(1).max(300),
  description: z.string().trim().min(1).max(maxTextLength),
  priority: z.enum(priorities),
  category: z.enum(departments),
  source: z.enum(sources),
  requester: z.strictObject({
    /** The customer's user id, when they have one. */
    id: z.int().positive().nullable(),
    name: z.string().trim().max(200).nullable(),
    email: z.string().trim().max(320).nullable(),
  }),
  phone_number: z.string().trim().max(40).nullable(),
  merchant_id: z.string().trim().max(100).nullable(),
  tags: tagsSchema,
  /** The ticket that it is split off, which its author must be allowed to see. */
  split_from_uid: uidSchema.optional(),
});
type TicketCreateArgs = z.output<typeof args>;

/** What the ticket is about, as its customer says it. */
function firstMessage(told: TicketCreateArgs, now: number): MessageRow {
  return {
    uid: told.message_uid,
    id: null,
    ver: 1,
    ticket_uid: told.ticket_uid,
    sender_type: 'user',
    sender_id: told.requester.id,
    sender_name: told.requester.name ?? told.requester.email ?? told.phone_number ?? '',
    visibility: 'public',
    text: told.description,
    mentioned_ids: '[]',
    receipt: null,
    created_at: now,
  };
}

function newTicket(told: TicketCreateArgs, message: MessageRow, now: number): TicketRow {
  return {
    ...untouchedTicket,
    uid: told.ticket_uid,
    id: null,
    ver: 1,
    code: null,
    subject: told.subject,
    description: told.description,
    status: 'new',
    priority: told.priority,
    category: told.category,
    source: told.source,
    tags: JSON.stringify(told.tags),
    requester_id: told.requester.id,
    requester_name: told.requester.name,
    requester_email: told.requester.email,
    phone_number: told.phone_number,
    merchant_id: told.merchant_id,
    response_due_at: responseDueAt(told.priority, now),
    ...lastMessageColumns(message),
    split_from_uid: told.split_from_uid ?? null,
    created_at: now,
    updated_at: now,
  };
}

/** Opens a ticket on behalf of a customer. The description becomes the first message (mapping, section 12). */
export const ticketCreate = defineMutator({
  name: 'ticket-create',
  version: 2,
  action: 'create',
  args,
  otherUidOf: ({ split_from_uid }) => split_from_uid ?? null,
  run: ({ ticket: existing }, told, context) => {
    if (existing !== null) return { kind: 'refused', refusal: { code: 'ticket_exists' } };
    const { now } = context;
    const message = firstMessage(told, now);
    const created = newTicket(told, message, now);
    const activity = draftActivity(told.ticket_uid, context, {
      uid: told.activity_uid,
      kind: 'created',
      data: {},
    });
    return { kind: 'applied', changes: { created, messages: [message], activities: [activity] } };
  },
});
