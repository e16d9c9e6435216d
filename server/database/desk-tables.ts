import type { Generated } from 'kysely';
import type { ItemRow } from '#shared/model/item.ts';

/** What is in a file that a console sent, before the change that puts it on a ticket. */
export interface UploadTable {
  /** The attachment's name to be. */
  uid: string;
  user_id: number;
  content_hash: string;
  content_type: string;
  size_bytes: number;
  created_at: number;
}

/** A macro or a saved view. */
export interface DeskItemTable extends Omit<ItemRow, 'id'> {
  id: Generated<number>;
  audience_id: number;
  created_at: number;
  deleted_at: number | null;
}
