import type { Generated, Kysely, Transaction } from 'kysely';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { FaqRow } from '../model/faq.ts';
import type { ItemRow } from '../model/item.ts';
import type { ActivityRow, MessageRow, TicketRow } from '../model/ticket.ts';
import type { ProfileRow } from '../model/user.ts';
import type { FileProblem } from '../protocol/ticket-detail.ts';

/**
 * Where a change of this console stands. `pending`: the node has not decided. `applied`: decided, its rows are still
 * on their way. `confirmed`: decided and here. `refused`: waits for its author. `resolved`: its author chose.
 */
export type MutationState = 'pending' | 'applied' | 'confirmed' | 'refused' | 'resolved';

export interface MutationTable {
  /** Unique over every user and identity of this file. */
  id: Generated<number>;
  user_id: number;
  /** The numbering that `mid` belongs to. */
  client_id: string | null;
  mid: number;
  key: string;
  name: string;
  version: number;
  args: string;
  ticket_uid: string;
  /** The row that this mutation brings into being; once the node sends it, the prediction is done with. */
  marker_uid: string;
  state: MutationState;
  /** Where the node's log stood after the decision. */
  decided_seq: number | null;
  refusal: string | null;
  created_at: number;
  decided_at: number | null;
  /** 1 while the node cannot know of the change: it was kept without a connection and has been in no push since. */
  is_held_back: Generated<number>;
}

/** One per user that has signed in here. The client id names this numbering of mutations to the node. */
export interface IdentityTable {
  user_id: number;
  client_id: string;
  next_mid: number;
  /** The incarnation of the node's database that this numbering was last counted in. */
  epoch: string | null;
  /** JSON of the user as last seen, for starting without the node. */
  user: string;
  /** 1 for the user who is signed in. */
  is_current: number;
}

export interface DraftTable {
  user_id: number;
  ticket_uid: string;
  mode: 'reply' | 'note';
  text: string;
  seen_reply_uid: string | null;
  updated_at: number;
}

/** What an author's text on a ticket said earlier. */
export interface DraftVersionTable {
  /** Raised by one per version: the order in which they were kept. */
  id: Generated<number>;
  user_id: number;
  ticket_uid: string;
  mode: 'reply' | 'note';
  text: string;
  /** Of the text as UTF-8. */
  size_bytes: number;
  /** 1 when its author went on writing: it gives way to a text that begins with it. */
  is_passing: number;
  kept_at: number;
}

export type FileState = 'draft' | 'waiting' | 'sent' | 'failed';

/**
 * A file put on a ticket here. `draft`: it goes with what its author is writing. `waiting`: what is in it has not reached
 * the node. `sent`: it has, and the change is kept that puts it on the ticket. `failed`: the node will not have it.
 */
export interface FileTable {
  /** The attachment's name to be. */
  uid: string;
  user_id: number;
  ticket_uid: string;
  /** What its author wrote with it; the file waits until the node has decided about that. */
  on_message_uid: string | null;
  file_name: string;
  content_type: string;
  size_bytes: number;
  is_note: number;
  bytes: Uint8Array;
  state: FileState;
  /** Why it failed. */
  problem: FileProblem | null;
  mutation_id: number | null;
  created_at: number;
}

/** The outbox's file: the agent's own work. Nothing resets it. */
export interface OutboxSchema {
  mutation: MutationTable;
  identity: IdentityTable;
  draft: DraftTable;
  draft_version: DraftVersionTable;
  file: FileTable;
}

/** A ticket as the node sent it, with the tokens that may read it (joined by spaces). */
export interface HeldTicket extends TicketRow {
  aud: string;
}

/** A ticket's texts, as the search index holds them. */
export interface SearchDocument {
  rowid: number;
  number: string;
  code: string;
  subject: string;
  requester: string;
  description: string;
  conversation: string;
}

export interface MetaTable {
  key: string;
  value: string;
}

/** The replica's file: a copy of what the node sent, and predictions over it. May be thrown away at any time. */
export interface ReplicaSchema {
  profile: ProfileRow;
  item: ItemRow;
  faq: FaqRow;
  ticket: HeldTicket;
  message: MessageRow;
  activity: ActivityRow;
  attachment: AttachmentRecord;
  ticket_overlay: TicketRow;
  message_overlay: MessageRow;
  activity_overlay: ActivityRow;
  attachment_overlay: AttachmentRecord;
  /** Truth with the predictions on top: what the agent sees. */
  ticket_view: TicketRow;
  message_view: MessageRow;
  activity_view: ActivityRow;
  attachment_view: AttachmentRecord;
  /** What is in files that were looked at; the least lately read ones go. */
  attachment_bytes: { attachment_uid: string; ticket_uid: string; bytes: Uint8Array; read_at: number };
  /** Which document of the search index is whose, and whether its text has changed since it was written. */
  search_ticket: { doc: Generated<number>; uid: string; is_due: number };
  ticket_search: SearchDocument;
  seen: { ticket_uid: string; seen_at: number };
  boot_seen: { uid: string };
  /** Tickets whose conversation is not here yet, with the node's number of each. */
  bare_ticket: { uid: string; id: number };
  meta: MetaTable;
}

export type ReplicaDb = Kysely<ReplicaSchema>;
export type ReplicaTx = Transaction<ReplicaSchema>;
