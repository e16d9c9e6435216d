import type { Generated } from 'kysely';

/** The department that handles a category in the words of another surface, where admins say so. */
export interface CategoryRouteTable {
  vocabulary: string;
  /** As the surface spells it. */
  word: string;
  department: string;
  updated_by: number | null;
  updated_at: number;
}

/** Somebody used a macro, on one ticket or on several. */
export interface ItemUseTable {
  id: Generated<number>;
  item_id: number;
  user_id: number;
  tickets: number;
  used_at: number;
}

/** A ticket on which a macro was used. */
export interface ItemUseTicketTable {
  item_id: number;
  /** Ms UTC, as of the use. */
  used_at: number;
  ticket_id: number;
}
