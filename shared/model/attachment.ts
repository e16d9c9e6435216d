import type { Visibility } from './ticket.ts';

/** Largest file, in bytes: every surface and the console refuse more. */
export const maxFileBytes = 10 * 1024 * 1024;
/** All files of one ticket together, in bytes: some surfaces send a ticket with all of them in one answer. */
export const maxTicketBytes = 25 * 1024 * 1024;
/** Files that go with one message. */
export const maxDraftFiles = 20;

/** A file on a ticket, as consoles hold it: everything but what is in it. */
export interface AttachmentRecord {
  uid: string;
  /** Given by the node; null while the file is only a console's prediction. */
  id: number | null;
  ver: number;
  ticket_uid: string;
  /** The message that it came with. */
  message_uid: string | null;
  /** The user's id; null when the system or a stranger sent it. */
  uploaded_by: number | null;
  file_name: string;
  content_type: string;
  size_bytes: number;
  visibility: Visibility;
  created_at: number;
}
