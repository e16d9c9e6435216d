import { SqliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { openReplicaDatabase } from '#shared/replica/replica-database.ts';
import { indexDue } from '#shared/replica/search-index.ts';
import { ticketRow } from '#shared/replica/test-rows.ts';
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
  const ticket = ticketRow(1, { subject: 'Déjà vu' });
  await db
    .insertInto('ticket')
    .values({ ...ticket, aud: 'all' })
    .execute();
  await indexDue(db);
  const {
    hits: [hit],
  } = await searchTickets(db, 'deja', { limit: 5, userId: 7, now: 0 });
  expect(hit?.subject).toEqual([
    { text: 'Déjà', is_match: true },
    { text: ' vu', is_match: false },
  ]);
  await db.deleteFrom('ticket').execute();
  await indexDue(db);
  expect(await searchTickets(db, 'deja', { limit: 5, userId: 7, now: 0 })).toMatchObject({ hits: [] });
  await db.destroy();
});
