import { randomBytes } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { SqliteDialect, type Kysely } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUidFactory } from '../model/uid.ts';
import type { Actor } from '../model/user.ts';
import { Applier } from './applier.ts';
import { Away } from './away.ts';
import { Changes } from './changes.ts';
import { openOutbox } from './outbox-database.ts';
import { Outbox } from './outbox.ts';
import { openReplicaDatabase } from './replica-database.ts';
import type { OutboxSchema, ReplicaDb } from './tables.ts';
import { ticketRow } from './test-rows.ts';

const clock = { now: () => Date.UTC(2026, 10, 30) };
const mintUid = createUidFactory(clock, randomBytes);
const ticketUid = mintUid();

const agent: Actor = {
  id: 7,
  username: 'noor',
  full_name: 'Noor Agent',
  role: 'agent',
  department: 'payment',
  is_active: true,
  is_approved: true,
};

const inMemory = () => new SqliteDialect({ database: new BetterSqlite3(':memory:') });
const nothing = (): void => undefined;

let db: ReplicaDb;
let outboxDb: Kysely<OutboxSchema>;
let outbox: Outbox;
let changes: Changes;
let applier: Applier;
/** The tickets whose pictures were made anew. */
let drawn: string[];

beforeEach(async () => {
  outboxDb = await openOutbox(inMemory());
  db = await openReplicaDatabase({
    openReplica: () => Promise.resolve(inMemory()),
    deleteReplica: () => Promise.resolve(),
    log: nothing,
  });
  outbox = new Outbox(outboxDb, clock, mintUid);
  drawn = [];
  changes = new Changes({
    db,
    outbox,
    clock,
    mintUid,
    onChanged: (uids) => drawn.push(...uids),
    isLive: () => true,
    onFileWaits: nothing,
    onKept: nothing,
    onUnshown: (error) => {
      throw error;
    },
  });
  applier = new Applier({
    db,
    outbox,
    changes,
    away: new Away(),
    clock,
    onAlerts: nothing,
    onChanged: nothing,
    onLoose: nothing,
    onPurged: nothing,
  });
  await outbox.owner.enter(agent);
  await db
    .insertInto('ticket')
    .values({ ...ticketRow(1, { uid: ticketUid }), aud: 'admin q:payment' })
    .execute();
});

afterEach(async () => {
  await db.destroy();
  await outboxDb.destroy();
});

async function raisePriority(): Promise<void> {
  const args = { ticket_uid: ticketUid, activity_uid: mintUid(), priority: 'high' };
  expect(await changes.make('ticket-priority', args)).toMatchObject({ id: expect.any(Number) });
  drawn = [];
}

async function carryOut(): Promise<void> {
  const [sent] = await outbox.takeUnsent(1);
  if (sent === undefined) throw new Error('Nothing was kept');
  await applier.applyOutcomes([{ mid: sent.mid, key: sent.key, status: 'applied', seq: 5 }]);
}

const shownPriority = async (): Promise<string | undefined> =>
  (await db.selectFrom('ticket_view').select('priority').where('uid', '=', ticketUid).executeTakeFirst())
    ?.priority;

it('shows what the node carried out, although it looked as if it would not', async () => {
  await raisePriority();
  await outbox.owner.enter({ ...agent, department: 'loan' });
  await changes.refresh([ticketUid]);
  expect(await shownPriority()).toBe('medium');
  await carryOut();
  expect(await shownPriority()).toBe('high');
});

it('leaves a prediction that is shown as it is once the node has carried it out', async () => {
  await raisePriority();
  await carryOut();
  expect(await shownPriority()).toBe('high');
  expect(drawn).toEqual([]);
});
