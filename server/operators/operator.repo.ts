import { sql } from 'kysely';
import type { Db } from '../database/handles.ts';

/** The member of staff who is called so, by username or address in whatever case, and may take tickets now. */
export async function findOperator(db: Db, name: string): Promise<{ id: number } | null> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where((eb) =>
      eb.or([
        eb(sql`lower("user".username)`, '=', sql`lower(${name})`),
        eb(sql`lower("user".email)`, '=', sql`lower(${name})`),
      ]),
    )
    .where('role', '!=', 'customer')
    .where('is_active', '=', 1)
    .where('is_approved', '=', 1)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
