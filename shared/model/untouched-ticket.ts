import type { TicketRow } from './ticket.ts';

/** What the columns of a ticket say until somebody does something with it. */
export const untouchedTicket = {
  assignee_id: null,
  assignee_ids: '[]',
  assigned_at: null,
  auto_assigned: 0,
  reassignment_count: 0,
  response_due_manual: 0,
  resolution_due_at: null,
  first_responded_at: null,
  opened_at: null,
  started_at: null,
  resolved_at: null,
  closed_at: null,
  resolution_notes: null,
  last_reply_uid: null,
  snoozed_until: null,
  follower_ids: '[]',
  merged_into_uid: null,
  merged_from: null,
  split_from_uid: null,
} satisfies Partial<TicketRow>;
