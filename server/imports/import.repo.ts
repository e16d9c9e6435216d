import { sql, type Insertable, type Updateable } from 'kysely';
import type { CsvImportTable, ImportedTicketTable } from '../database/import-tables.ts';
import type { Db, Tx } from '../database/handles.ts';

const columns = [
  'csv_import.id',
  'csv_import.file_name',
  'csv_import.state',
  'csv_import.columns',
  'csv_import.rows_total',
  'csv_import.rows_done',
  'csv_import.rows_new',
  'csv_import.rows_known',
  'csv_import.rows_bad',
  'csv_import.created_by',
  'csv_import.created_at',
  'csv_import.updated_at',
  'user.full_name as created_by_name',
] as const;

const selectImports = (db: Db) =>
  db.selectFrom('csv_import').leftJoin('user', 'user.id', 'csv_import.created_by').select(columns);

export type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export async function findImport(db: Db, id: number) {
  return (await selectImports(db).where('csv_import.id', '=', id).executeTakeFirst()) ?? null;
}

export function listImports(db: Db, limit: number) {
  return selectImports(db).orderBy('csv_import.id', 'desc').limit(limit).execute();
}

/** The oldest import in one of the states. */
export async function findInState(db: Db, states: readonly string[]) {
  const query = selectImports(db).where('csv_import.state', 'in', states).orderBy('csv_import.id');
  return (await query.limit(1).executeTakeFirst()) ?? null;
}

export async function insertImport(tx: Tx, row: Insertable<CsvImportTable>): Promise<number> {
  const { id } = await tx.sql.insertInto('csv_import').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateImport(tx: Tx, id: number, set: Updateable<CsvImportTable>): Promise<void> {
  await tx.sql.updateTable('csv_import').set(set).where('id', '=', id).execute();
}

/** How many parts there are, and the last one's position; -1 without any. */
export async function measureParts(db: Db, importId: number): Promise<{ count: number; last: number }> {
  const row = await db
    .selectFrom('csv_import_part')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('position').as('last')])
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return { count: row.count, last: row.last ?? -1 };
}

export async function putPart(tx: Tx, importId: number, position: number, content: string): Promise<void> {
  await tx.sql
    .insertInto('csv_import_part')
    .values({ import_id: importId, position, content })
    .onConflict((conflict) => conflict.columns(['import_id', 'position']).doUpdateSet({ content }))
    .execute();
}

/** The parts in order, one at a time. */
export async function* readParts(db: Db, importId: number): AsyncGenerator<string> {
  for (let position = 0; ; position += 1) {
    const part = await db
      .selectFrom('csv_import_part')
      .select('content')
      .where('import_id', '=', importId)
      .where('position', '=', position)
      .executeTakeFirst();
    if (part === undefined) return;
    yield part.content;
  }
}

export async function dropParts(tx: Tx, importId: number): Promise<void> {
  await tx.sql.deleteFrom('csv_import_part').where('import_id', '=', importId).execute();
}

export async function insertProblem(tx: Tx, importId: number, line: number, message: string): Promise<void> {
  await tx.sql.insertInto('csv_import_problem').values({ import_id: importId, line, message }).execute();
}

export async function dropProblems(tx: Tx, importId: number): Promise<void> {
  await tx.sql.deleteFrom('csv_import_problem').where('import_id', '=', importId).execute();
}

export function listProblems(db: Db, importId: number, limit: number) {
  return db
    .selectFrom('csv_import_problem')
    .select(['line', 'message'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .limit(limit)
    .execute();
}

/** Those of the keys that belong to a ticket already. */
export async function listKnownKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('imported_ticket')
    .select('external_key')
    .where('external_key', 'in', keys)
    .execute();
  return new Set(rows.map(({ external_key }) => external_key));
}

export async function insertImportedTicket(tx: Tx, row: Insertable<ImportedTicketTable>): Promise<void> {
  await tx.sql.insertInto('imported_ticket').values(row).execute();
}

/** Who may be given tickets, by user name and by address in small letters. */
export async function readStaffByName(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('user')
    .select(['id', 'username', 'email'])
    .where('role', '!=', 'customer')
    .where('deleted_at', 'is', null)
    .where('is_active', '=', 1)
    .where('is_approved', '=', 1)
    .execute();
  const byName = new Map<string, number>();
  for (const { id, email } of rows) if (email !== null) byName.set(email.toLowerCase(), id);
  for (const { id, username } of rows) byName.set(username.toLowerCase(), id);
  return byName;
}

/** The customer with this address; null when there is none, or when the address is that of staff. */
export async function findCustomerByEmail(db: Db, email: string): Promise<number | null> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where(sql`lower("user".email)`, '=', email.toLowerCase())
    .where('role', '=', 'customer')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
