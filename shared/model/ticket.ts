import type { Department } from './department.ts';
import type { Priority } from './priority.ts';
import type { Status } from './status.ts';

export const sources = ['whatsapp', 'telegram', 'web', 'api', 'chatbot'] as const;

export type Source = (typeof sources)[number];

/**
 * A ticket as consoles hold it. Column names are those of the database, on the wire and in the replica alike.
 * Times are ms UTC; flags are 0 or 1; `tags` is a JSON array of strings.
 */
export interface TicketRow {
  uid: string;
  /** Given by the node; null while the ticket exists only as a console's prediction. */
  id: number | null;
  ver: number;
  code: string | null;
  subject: string;
  description: string;
  status: Status;
  priority: Priority;
  category: Department;
  source: Source;
  tags: string;
  requester_id: number | null;
  requester_name: string | null;
  requester_email: string | null;
  phone_number: string | null;
  merchant_id: string | null;
  /** The primary assignee. */
  assignee_id: number | null;
  /** JSON array of every assignee's id, the primary first. */
  assignee_ids: string;
  assigned_at: number | null;
  auto_assigned: number;
  reassignment_count: number;
  response_due_at: number | null;
  /** 1 once somebody set the due time by hand: changes of priority then leave it alone. */
  response_due_manual: number;
  resolution_due_at: number | null;
  first_responded_at: number | null;
  opened_at: number | null;
  started_at: number | null;
  resolved_at: number | null;
  closed_at: number | null;
  resolution_notes: string | null;
  /** The newest public message written by staff: what a reply must have seen to be sent unasked. */
  last_reply_uid: string | null;
  last_message_at: number | null;
  last_message_text: string | null;
  last_message_sender: SenderType | null;
  /** Until then (ms UTC) views leave the ticket out; a time that has passed counts for nothing. */
  snoozed_until: number | null;
  /** JSON array of the ids of the staff who want to hear of it. */
  follower_ids: string;
  /** The ticket that this one was merged into (model/merge.ts); its `merged_from` says what it was before. */
  merged_into_uid: string | null;
  merged_from: string | null;
  /** The ticket that this one was split off. */
  split_from_uid: string | null;
  created_at: number;
  updated_at: number;
}

export const senderTypes = ['user', 'operator', 'system', 'ai'] as const;

export type SenderType = (typeof senderTypes)[number];

export const visibilities = ['public', 'staff'] as const;

/** Who may read a message or an activity: the customer too, or staff alone. */
export type Visibility = (typeof visibilities)[number];

/** A message of the conversation; with visibility `staff` it is an internal note. */
export interface MessageRow {
  uid: string;
  id: number | null;
  ver: number;
  ticket_uid: string;
  sender_type: SenderType;
  sender_id: number | null;
  sender_name: string;
  visibility: Visibility;
  text: string;
  /** JSON array of the ids of the staff whom a note calls. */
  mentioned_ids: string;
  /** How far it has come to the customer's messenger (shared/model/receipt.ts); the node alone writes it. */
  receipt: string | null;
  created_at: number;
}

export const activityKinds = [
  'created',
  'assigned',
  'reassigned',
  'unassigned',
  'status_updated',
  'priority_updated',
  'category_updated',
  'note_added',
  'tags_updated',
  'snoozed',
  'unsnoozed',
  'followed',
  'unfollowed',
  'merged',
  'unmerged',
  'file_added',
] as const;

export type ActivityKind = (typeof activityKinds)[number];

/** One recorded change of a ticket. `data` is a JSON object whose keys depend on the kind. */
export interface ActivityRow {
  uid: string;
  id: number | null;
  ver: number;
  ticket_uid: string;
  /** Null when the system acted. */
  actor_id: number | null;
  actor_name: string | null;
  kind: ActivityKind;
  from_value: string | null;
  to_value: string | null;
  /** The note that this activity records, for `note_added`. */
  message_uid: string | null;
  data: string;
  created_at: number;
}

/** Longest text kept as the preview of the newest public message. */
export const previewLength = 160;
