import type { Generated } from 'kysely';

// Tables of what goes out of the desk, comes in to it, and is said to its bot.

export interface ChatSessionTable {
  id: string;
  user_id: number | null;
  channel: string;
  address: string | null;
  ticket_id: number | null;
  state: string;
  misses: number;
  /** As the messenger names it; null when it does not say. */
  language: Generated<string | null>;
  created_at: number;
  updated_at: number;
}

export interface ChatLogTable {
  id: Generated<number>;
  session_id: string;
  user_id: number | null;
  query: string;
  response: string;
  confidence: number;
  faq_id: number | null;
  escalated: number;
  ticket_id: number | null;
  response_time_ms: number;
  /** Where the answer came from. */
  answered_by: Generated<string | null>;
  created_at: number;
}

export interface NotificationTable {
  id: Generated<number>;
  ticket_id: number | null;
  user_id: number | null;
  event: string;
  channel: string;
  recipient: string;
  recipient_name: string;
  subject: string;
  message: string;
  status: string;
  error: string | null;
  attempts: number;
  next_attempt_at: number | null;
  sent_at: number | null;
  /** The message of a ticket that is sent to its customer. */
  message_id: Generated<number | null>;
  /** JSON array of what the recipient may press. */
  buttons: Generated<string | null>;
  /** What the other side calls it. */
  peer_id: Generated<string | null>;
  delivered_at: Generated<number | null>;
  read_at: Generated<number | null>;
  created_at: number;
}

/** What came in by a messenger: kept before it is acknowledged, worked off afterwards. */
export interface InboundMessageTable {
  id: Generated<number>;
  channel: string;
  /** What the other side calls it: the same message that comes again is the same row. */
  peer_id: string;
  address: string;
  /** JSON of what was said. */
  content: string;
  status: string;
  attempts: number;
  error: string | null;
  next_attempt_at: number | null;
  received_at: number;
  handled_at: number | null;
}

/** A file that came with a message: fetched once there is a ticket for it. */
export interface InboundMediaTable {
  id: Generated<number>;
  channel: string;
  session_id: string;
  ticket_id: number | null;
  /** The message that it came with. */
  message_uid: string | null;
  /** What was said to the bot, before there was a message. */
  chat_log_id: number | null;
  /** What the messenger calls it. */
  file_id: string;
  name: string | null;
  status: string;
  attempts: number;
  error: string | null;
  next_attempt_at: number | null;
  created_at: number;
}

/** How an admin set a channel up; sealed, because it holds secrets. */
export interface ChannelSettingTable {
  name: string;
  sealed: string;
  updated_by: number | null;
  updated_at: number;
}

/** The department that staff gave a ticket in place of another: an example for the bot. */
export interface DepartmentCorrectionTable {
  ticket_id: number;
  department: string;
  corrected_by: number | null;
  created_at: number;
}
