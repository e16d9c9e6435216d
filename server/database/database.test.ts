import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing/test-folder.ts';
import { openDatabase, type Database } from './database.ts';
import { sqliteDialect } from './dialects/sqlite.ts';
import { DatabaseTooNew, migrationByName } from './migrate.ts';

const open = (file: string): Promise<Database> =>
  openDatabase(sqliteDialect(file), (error) => {
    throw error;
  });

/** The pragma's value on the connection that writes. */
const readPragma = (database: Database, name: string): Promise<unknown> =>
  database.write(async (tx) => {
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(tx.sql);
    return rows[0]?.[name];
  });

const full = 2;

test('an empty file gets every table, all of them strict', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'new.sqlite');
  await (await open(file)).close();
  const connection = new BetterSqlite3(file, { readonly: true });
  const tables = connection
    .prepare<[], { name: string; strict: number }>(
      `select name, strict from pragma_table_list
        where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`,
    )
    .all();
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'user',
      'session',
      'ticket',
      'message',
      'activity',
      'change_log',
      'mutation_result',
    ]),
  );
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  const applied = connection.prepare<[], { name: string }>('select name from kysely_migration').all();
  expect(applied.map(({ name }) => name)).toEqual(Object.keys(migrationByName));
  connection.close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file of this version is opened as it is', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'kept.sqlite');
  await (await open(file)).close();
  const before = readFileSync(file);
  await (await open(file)).close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file with a migration that this version does not know is refused untouched', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'newer.sqlite');
  await (await open(file)).close();
  const connection = new BetterSqlite3(file);
  connection.exec(
    `insert into kysely_migration (name, timestamp) values ('999-fly-to-the-moon', '2040-01-01')`,
  );
  connection.close();
  const before = readFileSync(file);
  await expect(open(file)).rejects.toThrow(DatabaseTooNew);
  await expect(open(file)).rejects.toMatchObject({ migration: '999-fly-to-the-moon' });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('commits are durable: synchronous stays FULL after writes and reopening', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'durable.sqlite');
  for (const _round of ['new', 'reopened']) {
    const database = await open(file);
    const row = { level: 'info', component: 'test', message: 'written', created_at: 0 };
    await database.write((tx) => tx.sql.insertInto('system_log').values(row).execute());
    expect(await readPragma(database, 'synchronous')).toBe(full);
    expect(await readPragma(database, 'journal_mode')).toBe('wal');
    expect(await readPragma(database, 'foreign_keys')).toBe(1);
    await database.close();
  }
});

test('the reader cannot write', async () => {
  using folder = createTestFolder();
  const database = await open(join(folder.path, 'read.sqlite'));
  const insert = sql`insert into system_log (level, component, message, created_at) values ('', '', '', 0)`;
  await expect(
    database.readAtOnce((db) => insert.execute(db as unknown as Parameters<typeof insert.execute>[0])),
  ).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
  await database.close();
});

test('several reads at once see one moment', async () => {
  using folder = createTestFolder();
  const database = await open(join(folder.path, 'moment.sqlite'));
  const count = async (db: Database['db']): Promise<number> =>
    (await db.selectFrom('system_log').select('id').execute()).length;
  const row = { level: 'info', component: 'test', message: 'later', created_at: 0 };
  const seen = await database.readAtOnce(async (db) => {
    const before = await count(db);
    await database.write((tx) => tx.sql.insertInto('system_log').values(row).execute());
    return [before, await count(db)];
  });
  expect(seen).toEqual([0, 0]);
  expect(await count(database.db)).toBe(1);
  await database.close();
});
