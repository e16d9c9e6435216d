import { priorities, responseDueAt } from '#shared/model/priority.ts';
import type { Department } from '#shared/model/department.ts';
import { statuses, type Status } from '#shared/model/status.ts';
import { sources, type ActivityRow, type MessageRow, type TicketRow } from '#shared/model/ticket.ts';
import { untouchedTicket } from '#shared/model/untouched-ticket.ts';
import type { Actor } from '#shared/model/user.ts';
import { lastMessageColumns } from '#shared/mutators/draft-rows.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { Dice } from './random.ts';
import { draftName, draftSubject, draftText } from './words.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Within the time for which consoles keep ended tickets, so that all of the desk is in an admin's first sync. */
const oldestDays = 25;

export interface Draft {
  dice: Dice;
  mintUid: () => string;
  now: number;
  department: Department;
  /** Null leaves the ticket in its department's queue. */
  assignee: Actor | null;
}

/** A ticket with its conversation and history as they look after some days at a real desk. */
export function draftTicket({ dice, mintUid, now, department, assignee }: Draft): TicketChanges {
  const createdAt = now - dice.between(minuteMs, oldestDays * dayMs);
  const uid = mintUid();
  const customer = draftName(dice);
  const at = (step: number): number => Math.min(now, createdAt + step * 40 * minuteMs);
  const drafts = { dice, mintUid, uid, customer, assignee, at };
  const messages = draftMessages(drafts);
  const activities = draftActivities(drafts);
  const reply = messages.findLast((row) => row.sender_type === 'operator' && row.visibility === 'public');
  const lastPublic = messages.findLast((row) => row.visibility === 'public') ?? messages[0];
  if (lastPublic === undefined) throw new Error('A ticket begins with a message');
  const status: Status = assignee === null ? 'new' : dice.pick(statuses);
  const priority = dice.pick(priorities);
  const isDone = status === 'resolved' || status === 'waiting_approval' || status === 'closed';
  const created: TicketRow = {
    ...untouchedTicket,
    uid,
    id: null,
    ver: 1,
    code: null,
    subject: draftSubject(dice),
    description: messages[0]?.text ?? '',
    status,
    priority,
    category: department,
    source: dice.pick(sources),
    tags: JSON.stringify(['vip', 'billing', 'mobile'].slice(0, dice.between(0, 3))),
    requester_id: null,
    requester_name: customer,
    requester_email: `${customer.toLowerCase().replace(' ', '.')}@example.org`,
    phone_number: dice.next() < 0.5 ? `+4915${dice.between(10_000_000, 99_999_999)}` : null,
    merchant_id: null,
    assignee_id: assignee?.id ?? null,
    assignee_ids: assignee === null ? '[]' : JSON.stringify([assignee.id]),
    assigned_at: assignee === null ? null : at(1),
    response_due_at: responseDueAt(priority, createdAt),
    first_responded_at: reply?.created_at ?? null,
    opened_at: status === 'new' ? null : at(1),
    started_at: status === 'new' ? null : at(1),
    resolved_at: isDone ? at(5) : null,
    closed_at: status === 'closed' || status === 'cancelled' ? at(6) : null,
    resolution_notes: isDone ? draftText(dice, 1) : null,
    last_reply_uid: reply?.uid ?? null,
    ...lastMessageColumns(lastPublic),
    created_at: createdAt,
    updated_at: at(6),
  };
  return { created, messages, activities };
}

interface Parts {
  dice: Dice;
  mintUid: () => string;
  uid: string;
  customer: string;
  assignee: Actor | null;
  at: (step: number) => number;
}

/** The customer and the agent in turns; now and then a note for colleagues. */
function draftMessages({ dice, mintUid, uid, customer, assignee, at }: Parts): MessageRow[] {
  const count = assignee === null ? 1 : dice.between(2, 6);
  return Array.from({ length: count }, (_unused, index): MessageRow => {
    const author = index % 2 === 1 ? assignee : null;
    return {
      uid: mintUid(),
      id: null,
      ver: 1,
      ticket_uid: uid,
      sender_type: author === null ? 'user' : 'operator',
      sender_id: author?.id ?? null,
      sender_name: author?.full_name ?? customer,
      visibility: author !== null && dice.next() < 0.15 ? 'staff' : 'public',
      text: draftText(dice, dice.between(2, 6)),
      mentioned_ids: '[]',
      receipt: null,
      created_at: at(index),
    };
  });
}

function draftActivities({ mintUid, uid, assignee, at }: Parts): ActivityRow[] {
  const base = { id: null, ver: 1, ticket_uid: uid, message_uid: null };
  const created: ActivityRow = {
    ...base,
    uid: mintUid(),
    actor_id: null,
    actor_name: null,
    kind: 'created',
    from_value: null,
    to_value: null,
    data: '{}',
    created_at: at(0),
  };
  if (assignee === null) return [created];
  const { id: actor_id, full_name: actor_name } = assignee;
  const later = { ...base, actor_id, actor_name, created_at: at(1) };
  return [
    created,
    {
      ...later,
      uid: mintUid(),
      kind: 'assigned',
      from_value: null,
      to_value: String(actor_id),
      data: JSON.stringify({ assignee_name: actor_name, assigned_by: assignee.username, method: 'manual' }),
    },
    {
      ...later,
      uid: mintUid(),
      kind: 'status_updated',
      from_value: 'new',
      to_value: 'in_progress',
      data: '{}',
    },
  ];
}
