import type { Generated } from 'kysely';
import type { ItemRow } from '#shared/model/item.ts';

/** A macro or a saved view. */
export interface DeskItemTable extends Omit<ItemRow, 'id'> {
  id: Generated<number>;
  audience_id: number;
  created_at: number;
  deleted_at: number | null;
}
