import { z } from 'zod';
import { departments } from '../model/department.ts';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { FaqRow } from '../model/faq.ts';
import { itemKinds, itemVisibilities, type ItemRow } from '../model/item.ts';
import { priorities } from '../model/priority.ts';
import { statuses } from '../model/status.ts';
import {
  activityKinds,
  senderTypes,
  sources,
  visibilities,
  type ActivityRow,
  type MessageRow,
  type TicketRow,
} from '../model/ticket.ts';
import { uidSchema } from '../model/uid.ts';
import { roles, type ProfileRow } from '../model/user.ts';

const text = z.string();
const flag = z.union([z.literal(0), z.literal(1)]);
const time = z.int();

const profileShape = {
  uid: uidSchema,
  id: z.int(),
  ver: z.int(),
  username: text,
  full_name: text,
  email: text,
  role: z.enum(roles),
  department: z.enum(departments).nullable(),
  is_active: flag,
  is_available: flag,
};

export const profileRowSchema: z.ZodType<ProfileRow> = z.strictObject(profileShape);

const ticketShape = {
  uid: uidSchema,
  id: z.int().nullable(),
  ver: z.int(),
  code: text.nullable(),
  subject: text,
  description: text,
  status: z.enum(statuses),
  priority: z.enum(priorities),
  category: z.enum(departments),
  source: z.enum(sources),
  tags: text,
  requester_id: z.int().nullable(),
  requester_name: text.nullable(),
  requester_email: text.nullable(),
  phone_number: text.nullable(),
  merchant_id: text.nullable(),
  assignee_id: z.int().nullable(),
  assignee_ids: text,
  assigned_at: time.nullable(),
  auto_assigned: flag,
  reassignment_count: z.int(),
  response_due_at: time.nullable(),
  response_due_manual: flag,
  resolution_due_at: time.nullable(),
  first_responded_at: time.nullable(),
  opened_at: time.nullable(),
  started_at: time.nullable(),
  resolved_at: time.nullable(),
  closed_at: time.nullable(),
  resolution_notes: text.nullable(),
  last_reply_uid: text.nullable(),
  last_message_at: time.nullable(),
  last_message_text: text.nullable(),
  last_message_sender: z.enum(senderTypes).nullable(),
  snoozed_until: time.nullable(),
  follower_ids: text,
  merged_into_uid: text.nullable(),
  merged_from: text.nullable(),
  split_from_uid: text.nullable(),
  created_at: time,
  updated_at: time,
};

export const ticketRowSchema: z.ZodType<TicketRow> = z.strictObject(ticketShape);

/** The columns of a ticket that changed. */
export type TicketPatch = {
  [Column in Exclude<keyof TicketRow, 'uid' | 'ver'>]?: TicketRow[Column] | undefined;
};
export const ticketPatchSchema: z.ZodType<TicketPatch> = z
  .strictObject(ticketShape)
  .omit({ uid: true, ver: true })
  .partial();

const messageShape = {
  uid: uidSchema,
  id: z.int().nullable(),
  ver: z.int(),
  ticket_uid: uidSchema,
  sender_type: z.enum(senderTypes),
  sender_id: z.int().nullable(),
  sender_name: text,
  visibility: z.enum(visibilities),
  text,
  mentioned_ids: text,
  receipt: text.nullable(),
  created_at: time,
};

export const messageRowSchema: z.ZodType<MessageRow> = z.strictObject(messageShape);

const activityShape = {
  uid: uidSchema,
  id: z.int().nullable(),
  ver: z.int(),
  ticket_uid: uidSchema,
  actor_id: z.int().nullable(),
  actor_name: text.nullable(),
  kind: z.enum(activityKinds),
  from_value: text.nullable(),
  to_value: text.nullable(),
  message_uid: text.nullable(),
  data: text,
  created_at: time,
};

export const activityRowSchema: z.ZodType<ActivityRow> = z.strictObject(activityShape);

const attachmentShape = {
  uid: uidSchema,
  id: z.int().nullable(),
  ver: z.int(),
  ticket_uid: uidSchema,
  message_uid: text.nullable(),
  uploaded_by: z.int().nullable(),
  file_name: text,
  content_type: text,
  size_bytes: z.int(),
  visibility: z.enum(visibilities),
  created_at: time,
};

export const attachmentRecordSchema: z.ZodType<AttachmentRecord> = z.strictObject(attachmentShape);

const itemShape = {
  uid: uidSchema,
  id: z.int(),
  ver: z.int(),
  kind: z.enum(itemKinds),
  owner_id: z.int(),
  visibility: z.enum(itemVisibilities),
  department: z.enum(departments).nullable(),
  name: text,
  body: text,
  updated_at: time,
};

export const itemRowSchema: z.ZodType<ItemRow> = z.strictObject(itemShape);

const faqShape = {
  uid: uidSchema,
  id: z.int(),
  ver: z.int(),
  question: text,
  answer: text,
  category: text,
  tags: text,
  is_active: flag,
};

export const faqRowSchema: z.ZodType<FaqRow> = z.strictObject(faqShape);

/** Rows by column: the values of each column in a list, all lists of one length. */
export type Columns<Row> = { [Column in keyof Row]: Row[Column][] };

function columnsSchema<Row>(shape: Record<keyof Row & string, z.ZodType>): z.ZodType<Columns<Row>> {
  const lists = Object.fromEntries(
    Object.entries<z.ZodType>(shape).map(([column, value]) => [column, z.array(value)]),
  );
  return z.strictObject(lists).refine((columns) => {
    const lengths = Object.values(columns).map((values) => values.length);
    return lengths.every((length) => length === lengths[0]);
  }, 'Columns of different lengths') as unknown as z.ZodType<Columns<Row>>;
}

/** A ticket as a console holds it: with the tokens that may read it, joined by spaces. */
export interface HeldTicketRow extends TicketRow {
  aud: string;
}

/** What a page of the snapshot holds; what hangs on no ticket comes whole with the first. By columns, because names would be most of its bytes and of the time to read it. */
export const snapshotRowsSchema = z.strictObject({
  profile: columnsSchema<ProfileRow>(profileShape),
  ticket: columnsSchema<HeldTicketRow>({ ...ticketShape, aud: text }),
  item: columnsSchema<ItemRow>(itemShape),
  faq: columnsSchema<FaqRow>(faqShape),
});
export type SnapshotRows = z.infer<typeof snapshotRowsSchema>;

/** What was said and done on some tickets, and what is attached to them. */
export const conversationRowsSchema = z.strictObject({
  message: columnsSchema<MessageRow>(messageShape),
  activity: columnsSchema<ActivityRow>(activityShape),
  attachment: columnsSchema<AttachmentRecord>(attachmentShape),
});
export type ConversationRows = z.infer<typeof conversationRowsSchema>;

/** What a pull tells of tickets and of what hangs on them. */
export const pulledRowsSchema = z.strictObject({
  ticket: snapshotRowsSchema.shape.ticket,
  ...conversationRowsSchema.shape,
});
