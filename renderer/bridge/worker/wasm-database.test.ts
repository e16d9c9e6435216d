import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadSqlite } from './load-sqlite.ts';
import { createWasmDatabase } from './wasm-database.ts';
import { watchQuota } from './watch-quota.ts';

interface Tables {
  note: { id: number; text: string; size: number | null };
}

let sqlite3: Sqlite3Static;
let db: Kysely<Tables>;

beforeAll(async () => {
  sqlite3 = await loadSqlite(() => undefined);
});

beforeEach(async () => {
  const database = createWasmDatabase({ sqlite3, database: new sqlite3.oo1.DB(':memory:') });
  db = new Kysely({ dialect: new SqliteDialect({ database }) });
  await sql`create table note (id integer primary key, text text not null unique, size integer) strict`.execute(
    db,
  );
});

afterEach(() => db.destroy());

async function put(id: number, text: string): Promise<void> {
  await db.insertInto('note').values({ id, text, size: null }).execute();
}

test('counts what changed and names the row', async () => {
  const result = await db.insertInto('note').values({ id: 7, text: 'a', size: 1 }).executeTakeFirstOrThrow();
  expect(result).toMatchObject({ insertId: 7n, numInsertedOrUpdatedRows: 1n });
  const none = await db.updateTable('note').set({ size: 2 }).where('id', '=', 8).executeTakeFirstOrThrow();
  expect(none.numUpdatedRows).toBe(0n);
});

test('the same statement runs again with other values', async () => {
  for (let id = 1; id <= 3; id += 1) await put(id, `n${id}`);
  const rows = await Promise.all(
    [1, 2, 3].map((id) =>
      db.selectFrom('note').select(['id', 'text', 'size']).where('id', '=', id).execute(),
    ),
  );
  expect(rows.flat()).toEqual([1, 2, 3].map((id) => ({ id, text: `n${id}`, size: null })));
});

test('a failure names its code and leaves the statement usable', async () => {
  await put(1, 'same');
  await expect(put(2, 'same')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
  await put(3, 'other');
  await expect(sql`select nothing from nowhere`.execute(db)).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
  expect(await db.selectFrom('note').select('id').execute()).toHaveLength(2);
});

test('a transaction that fails leaves nothing', async () => {
  const work = db.transaction().execute(async (tx) => {
    await tx.insertInto('note').values({ id: 1, text: 'a', size: null }).execute();
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await db.selectFrom('note').select('id').execute()).toEqual([]);
});

test('savepoints and returning', async () => {
  const tx = await db.startTransaction().execute();
  const saved = await tx.savepoint('one').execute();
  await saved.insertInto('note').values({ id: 1, text: 'a', size: null }).execute();
  await saved.rollbackToSavepoint('one').execute();
  const row = await tx.insertInto('note').values({ id: 2, text: 'b', size: null }).returning('id').execute();
  expect(row).toEqual([{ id: 2 }]);
  await tx.commit().execute();
  expect(await db.selectFrom('note').select('id').execute()).toEqual([{ id: 2 }]);
});

test('a schema that changes changes the rows', async () => {
  await put(1, 'a');
  const all = () => sql`select * from note`.execute(db);
  expect((await all()).rows).toEqual([{ id: 1, text: 'a', size: null }]);
  await sql`alter table note add column extra text`.execute(db);
  expect((await all()).rows).toEqual([{ id: 1, text: 'a', size: null, extra: null }]);
  await sql`drop table note`.execute(db);
});

test('a stream may be left before its end', async () => {
  for (let id = 1; id <= 3; id += 1) await put(id, `n${id}`);
  const query = db.selectFrom('note').select('id').orderBy('id');
  const seen: number[] = [];
  for await (const row of query.stream(1)) {
    seen.push(row.id);
    if (row.id === 2) break;
  }
  expect(seen).toEqual([1, 2]);
  expect(await query.execute()).toHaveLength(3);
});

test('more different statements than the cache holds', async () => {
  for (let index = 0; index < 450; index += 1) {
    const { rows } = await sql<{ value: number }>`select ${sql.raw(String(index))} as value`.execute(db);
    expect(rows).toEqual([{ value: index }]);
  }
});

test.each([
  ['room for all of it', (buffer: ArrayBufferView) => buffer.byteLength, 'SQLITE_IOERR'],
  ['an error as a number', () => 4_294_967_288, 'SQLITE_FULL'],
  [
    'an error',
    () => {
      throw new DOMException('No room', 'QuotaExceededError');
    },
    'SQLITE_FULL',
  ],
])('an I/O error after a write that found %s is told as what it is', (_what, write, code) => {
  const handle = { write };
  const quota = watchQuota(handle);
  try {
    handle.write(new Uint8Array(4));
  } catch {
    // As the pool does, which goes on with an I/O error.
  }
  const failing = {
    prepare: () => {
      throw new sqlite3.SQLite3Error(sqlite3.capi.SQLITE_IOERR);
    },
  };
  const database = createWasmDatabase({ sqlite3, database: failing as never, quota });
  expect(() => database.prepare('select 1')).toThrow(expect.objectContaining({ code }));
});
