import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { DeskError } from '#shared/protocol/errors.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { Database } from './database.ts';
import type { Tx } from './handles.ts';

async function logLine(tx: Tx, message: string): Promise<void> {
  const row = { level: 'info', component: 'test', message, created_at: 0 };
  await tx.sql.insertInto('system_log').values(row).execute();
}

async function linesOf({ db }: Pick<Database, 'db'> | Tx): Promise<string[]> {
  const rows = await db.selectFrom('system_log').select('message').orderBy('id').execute();
  return rows.map(({ message }) => message);
}

/** No room for more than a few new pages. */
const limitPages = async (tx: Tx, spare: number): Promise<void> => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(tx.sql);
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + spare}`).execute(tx.sql);
};

test('writes of one group keep their outcomes apart', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const outcomes = await Promise.allSettled([
    database.write(async (tx) => {
      await logLine(tx, 'first');
      return 1;
    }),
    database.write(async (tx) => {
      await logLine(tx, 'second, undone');
      throw new Error('No');
    }),
    database.write(async (tx) => {
      await logLine(tx, 'third');
      return (await linesOf(tx)).length;
    }),
  ]);
  expect(outcomes).toMatchObject([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: new Error('No') },
    { status: 'fulfilled', value: 2 },
  ]);
  expect(await linesOf(database)).toEqual(['first', 'third']);
});

test('a backlog of one console keeps its order and delays another by a group at most', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  let decided = 0;
  const backlog = Array.from({ length: 2_000 }, (_, index) =>
    database.write(async (tx) => {
      await logLine(tx, String(index));
      decided += 1;
    }, 'busy'),
  );
  await database.write((tx) => logLine(tx, 'quick'), 'other');
  expect(decided).toBeLessThan(100);
  await Promise.all(backlog);
  const lines = (await linesOf(database)).filter((line) => line !== 'quick');
  expect(lines).toEqual(backlog.map((_, index) => String(index)));
});

test('a write that breaks a constraint undoes itself alone', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const head = { id: 1, seq: 0, min_seq: 0, epoch: 'one' };
  const outcomes = await Promise.allSettled([
    database.write((tx) => tx.sql.insertInto('sync_head').values(head).execute()),
    database.write(async (tx) => {
      await logLine(tx, 'undone');
      await tx.sql.insertInto('sync_head').values(head).execute();
    }),
    database.write((tx) => logLine(tx, 'kept')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await linesOf(database)).toEqual(['kept']);
});

test('effects run after the commit, in program order, and only those of writes that were kept', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const events: string[] = [];
  const write = (name: string, fails = false): Promise<void> =>
    database.write(async (tx) => {
      await logLine(tx, name);
      tx.afterCommit(() => events.push(`effect ${name}`));
      events.push(`work ${name}`);
      if (fails) throw new Error(name);
    });
  await Promise.allSettled([write('a'), write('b', true), write('c')]);
  expect(events).toEqual(['work a', 'work b', 'work c', 'effect a', 'effect c']);
});

test('nobody sees a change before it is committed, not even in an effect of the same group', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const seen: Promise<string[]>[] = [];
  await database.write(async (tx) => {
    await logLine(tx, 'new');
    expect(await linesOf(tx)).toEqual(['new']);
    expect(await linesOf(database)).toEqual([]);
    tx.afterCommit(() => seen.push(linesOf(database)));
  });
  expect(await Promise.all(seen)).toEqual([['new']]);
});

test('an effect that fails is reported and disturbs nobody', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const effects: string[] = [];
  await Promise.all([
    database.write(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('nobody listens');
      });
    }),
    database.write(async (tx) => tx.afterCommit(() => effects.push('second'))),
  ]);
  expect(effects).toEqual(['second']);
  expect(store.effectErrors).toEqual([new Error('nobody listens')]);
});

test('a full disk fails the whole group, acknowledges nothing, and passes', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  await database.write((tx) => limitPages(tx, 4));
  const effects: string[] = [];
  const write = (message: string): Promise<void> =>
    database.write(async (tx) => {
      await logLine(tx, message);
      tx.afterCommit(() => effects.push(message));
    });

  const outcomes = await Promise.allSettled([write('small'), write('x'.repeat(100_000)), write('after')]);

  expect(outcomes.slice(0, 2)).toMatchObject([
    { status: 'rejected', reason: { kind: 'unavailable', retryAfterMs: 5_000 } },
    { status: 'rejected', reason: { kind: 'unavailable' } },
  ]);
  expect((outcomes[0] as PromiseRejectedResult).reason).toBeInstanceOf(DeskError);
  // What was queued behind the group is tried on its own.
  expect(outcomes[2]).toMatchObject({ status: 'fulfilled' });
  expect(await linesOf(database)).toEqual(['after']);
  expect(effects).toEqual(['after']);

  await database.write((tx) => limitPages(tx, 10_000));
  await write('x'.repeat(100_000));
  expect(await linesOf(database)).toHaveLength(2);
});

test('more writes than fit one group all run, in the order in which they came', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const names = Array.from({ length: 100 }, (_, index) => `write ${index}`);
  await Promise.all(names.map((name) => database.write((tx) => logLine(tx, name))));
  expect(await linesOf(database)).toEqual(names);
});

test('closing waits for what was queued', async () => {
  await using store = await createTestDatabase();
  const { database } = store;
  const late = database.write((tx) => logLine(tx, 'just in time'));
  await database.close();
  await expect(late).resolves.toBeUndefined();
});
