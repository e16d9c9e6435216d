import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { withStatementCache } from './statement-cache.ts';

test('prepares each text once', () => {
  const cached = withStatementCache(new BetterSqlite3(':memory:'));
  expect(cached.prepare('select 1')).toBe(cached.prepare('select 1'));
  expect(cached.prepare('select 1')).not.toBe(cached.prepare('select 2'));
  cached.close();
});

test('forgets what was not asked for the longest', () => {
  const cached = withStatementCache(new BetterSqlite3(':memory:'));
  const often = cached.prepare('select 0 as often');
  const once = cached.prepare('select 0 as once');
  for (let index = 0; index < 499; index += 1) {
    cached.prepare(`select ${index}`);
    cached.prepare('select 0 as often');
  }
  expect(cached.prepare('select 0 as often')).toBe(often);
  expect(cached.prepare('select 0 as once')).not.toBe(once);
  cached.close();
});

test('a statement survives a change of the schema under it', () => {
  const connection = new BetterSqlite3(':memory:');
  const cached = withStatementCache(connection);
  connection.exec('create table item (name text); insert into item values (1)');
  expect(cached.prepare('select * from item').all([])).toEqual([{ name: '1' }]);
  connection.exec('alter table item add column price integer not null default 5');
  expect(cached.prepare('select * from item').all([])).toEqual([{ name: '1', price: 5 }]);
  cached.close();
});

test('a transaction that a full disk ended tells of the disk', async () => {
  const connection = new BetterSqlite3(':memory:');
  connection.exec('create table item (name text)');
  connection.pragma('max_page_count = 4');
  const db = new Kysely<{ item: { name: string } }>({
    dialect: new SqliteDialect({ database: withStatementCache(connection) }),
  });
  const fill = (letters: number): Promise<unknown> =>
    db.transaction().execute((tx) =>
      tx
        .insertInto('item')
        .values({ name: 'x'.repeat(letters) })
        .execute(),
    );
  await expect(fill(40_000)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  await fill(40);
  await expect(db.selectFrom('item').select('name').execute()).resolves.toHaveLength(1);
  await db.destroy();
});
