import { sql, SqliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { openReplicaDatabase } from '#shared/replica/replica-database.ts';
import { indexDue } from '#shared/replica/search-index.ts';
import { searchTickets } from '#shared/replica/ticket-search.ts';
import { loadSqlite } from './load-sqlite.ts';
import { createWasmDatabase } from './wasm-database.ts';

it('searches in the browser as it does on the desktop', async () => {
  const sqlite3 = await loadSqlite(() => undefined);
  const database = createWasmDatabase({ sqlite3, database: new sqlite3.oo1.DB(':memory:') });
  const db = await openReplicaDatabase({
    openReplica: () => Promise.resolve(new SqliteDialect({ database })),
    deleteReplica: () => Promise.resolve(),
    log: () => undefined,
  });
  await sql`INSERT INTO ticket (uid, id, ver, subject, description, status, priority, category, source, tags,
      assignee_ids, follower_ids, auto_assigned, reassignment_count, response_due_manual, created_at, updated_at, aud)
    VALUES ('a', 1, 1, 'Déjà vu', 'Again', 'new', 'low', 'loan', 'web', '[]', '[]', '[]', 0, 0, 0, 1, 1, 'all')`.execute(
    db,
  );
  await indexDue(db);
  const [hit] = await searchTickets(db, 'deja', 5);
  expect(hit?.subject).toEqual([
    { text: 'Déjà', is_match: true },
    { text: ' vu', is_match: false },
  ]);
  await db.deleteFrom('ticket').execute();
  await indexDue(db);
  expect(await searchTickets(db, 'deja', 5)).toEqual([]);
  await db.destroy();
});
