import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteSqliteFile, openSqliteFile } from './sqlite-file.ts';

interface Tables {
  note: { id: number; text: string };
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'waypost-replica-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

async function pragma(db: Kysely<Tables>, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

describe('openSqliteFile', () => {
  it.each([
    ['FULL', 2],
    ['NORMAL', 1],
  ] as const)(
    'stays at synchronous=%s after writes and when it is opened again',
    async (synchronous, level) => {
      const path = join(dir, 'deep/outbox.db');
      for (const id of [1, 2]) {
        const db = new Kysely<Tables>({ dialect: openSqliteFile({ path, synchronous }) });
        await sql`create table if not exists note (id integer primary key, text text not null) strict`.execute(
          db,
        );
        await db.insertInto('note').values({ id, text: 'kept' }).execute();
        expect(await pragma(db, 'synchronous')).toBe(level);
        expect(await pragma(db, 'journal_mode')).toBe('wal');
        expect(await db.selectFrom('note').select('id').execute()).toHaveLength(id);
        await db.destroy();
      }
    },
  );

  it('is readable by its owner alone, with everything beside it', async () => {
    const path = join(dir, 'deep/replica.db');
    const db = new Kysely<Tables>({ dialect: openSqliteFile({ path, synchronous: 'NORMAL' }) });
    await sql`create table note (id integer primary key, text text not null) strict`.execute(db);
    expect(modeOf(join(dir, 'deep'))).toBe(0o700);
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(path + suffix)).toBe(0o600);
    await db.destroy();
    deleteSqliteFile(path);
    expect(existsSync(path)).toBe(false);
  });

  it('streams while the same query is asked again', async () => {
    const db = new Kysely<Tables>({
      dialect: openSqliteFile({ path: join(dir, 'a.db'), synchronous: 'NORMAL' }),
    });
    await sql`create table note (id integer primary key, text text not null) strict`.execute(db);
    await db
      .insertInto('note')
      .values([
        { id: 1, text: 'a' },
        { id: 2, text: 'b' },
      ])
      .execute();
    const query = db.selectFrom('note').select('id');
    await query.execute();
    const seen: number[] = [];
    for await (const row of query.stream()) seen.push(row.id);
    expect(seen).toEqual([1, 2]);
    await db.destroy();
  });
});
