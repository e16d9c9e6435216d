import type { AttachmentRecord } from './attachment.ts';
import type { FaqRow } from './faq.ts';
import type { ItemRow } from './item.ts';
import type { ActivityRow, MessageRow, TicketRow } from './ticket.ts';
import type { ProfileRow } from './user.ts';

/** The column names of a replicated row, complete by type: a column that is missing here does not compile. */
type ColumnSet<Row> = Record<keyof Row, true>;

const names = <Row>(set: ColumnSet<Row>): readonly (keyof Row & string)[] =>
  Object.keys(set) as (keyof Row & string)[];

export const profileColumns = names<ProfileRow>({
  uid: true,
  id: true,
  ver: true,
  username: true,
  full_name: true,
  email: true,
  role: true,
  department: true,
  is_active: true,
  is_available: true,
});

export const ticketColumns = names<TicketRow>({
  uid: true,
  id: true,
  ver: true,
  code: true,
  subject: true,
  description: true,
  status: true,
  priority: true,
  category: true,
  source: true,
  tags: true,
  requester_id: true,
  requester_name: true,
  requester_email: true,
  phone_number: true,
  merchant_id: true,
  assignee_id: true,
  assignee_ids: true,
  assigned_at: true,
  auto_assigned: true,
  reassignment_count: true,
  response_due_at: true,
  response_due_manual: true,
  resolution_due_at: true,
  first_responded_at: true,
  opened_at: true,
  started_at: true,
  resolved_at: true,
  closed_at: true,
  resolution_notes: true,
  last_reply_uid: true,
  last_message_at: true,
  last_message_text: true,
  last_message_sender: true,
  snoozed_until: true,
  follower_ids: true,
  merged_into_uid: true,
  merged_from: true,
  split_from_uid: true,
  created_at: true,
  updated_at: true,
});

export const messageColumns = names<MessageRow>({
  uid: true,
  id: true,
  ver: true,
  ticket_uid: true,
  sender_type: true,
  sender_id: true,
  sender_name: true,
  visibility: true,
  text: true,
  mentioned_ids: true,
  receipt: true,
  created_at: true,
});

export const activityColumns = names<ActivityRow>({
  uid: true,
  id: true,
  ver: true,
  ticket_uid: true,
  actor_id: true,
  actor_name: true,
  kind: true,
  from_value: true,
  to_value: true,
  message_uid: true,
  data: true,
  created_at: true,
});

export const itemColumns = names<ItemRow>({
  uid: true,
  id: true,
  ver: true,
  kind: true,
  owner_id: true,
  visibility: true,
  department: true,
  name: true,
  body: true,
  updated_at: true,
});

export const faqColumns = names<FaqRow>({
  uid: true,
  id: true,
  ver: true,
  question: true,
  answer: true,
  category: true,
  tags: true,
  is_active: true,
});

export const attachmentColumns = names<AttachmentRecord>({
  uid: true,
  id: true,
  ver: true,
  ticket_uid: true,
  message_uid: true,
  uploaded_by: true,
  file_name: true,
  content_type: true,
  size_bytes: true,
  visibility: true,
  created_at: true,
});
