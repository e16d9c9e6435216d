import BetterSqlite3 from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageRow, TicketRow } from '../model/ticket.ts';
import { writeMeta, type Boot } from './meta.ts';
import { openReplicaDatabase } from './replica-database.ts';
import { forgetGone, indexDue, isIndexed } from './search-index.ts';
import { messageRow, ticketRow } from './test-rows.ts';
import { matchOf } from './search-match.ts';
import { partsOf } from './search-hit.ts';
import { searchTickets } from './ticket-search.ts';
import type { ReplicaDb } from './tables.ts';

const now = Date.UTC(2026, 10, 20);
const boot = { epoch: 'e', head: 1, scope: [], after: null, done: 0 } as unknown as Boot;

let database: BetterSqlite3.Database;
let db: ReplicaDb;

beforeEach(async () => {
  database = new BetterSqlite3(':memory:');
  db = await openReplicaDatabase({
    openReplica: () => Promise.resolve(new SqliteDialect({ database })),
    deleteReplica: () => Promise.resolve(),
    log: () => undefined,
  });
});

afterEach(() => db.destroy());

const hold = async (...tickets: TicketRow[]): Promise<void> => {
  await db
    .insertInto('ticket')
    .values(tickets.map((ticket) => ({ ...ticket, aud: 'all' })))
    .execute();
};

const say = async (...messages: MessageRow[]): Promise<void> => {
  await db.insertInto('message').values(messages).execute();
};

async function numbersOf(text: string): Promise<(number | null)[]> {
  while (await indexDue(db));
  const { hits } = await searchTickets(db, text, { limit: 20, userId: 7, now });
  return hits.map(({ ticket }) => ticket.id);
}

const indexBlocks = (): unknown => database.prepare('SELECT id, hex(block) FROM ticket_search_data').all();

describe('the index', () => {
  it('writes nothing for a ticket whose words are what they were', async () => {
    await hold(ticketRow(1), ticketRow(2));
    await say(messageRow(1, 1, 'The café charged me twice'), messageRow(2, 1, 'And again'));
    while (await indexDue(db));
    const before = indexBlocks();
    await db.updateTable('search_ticket').set({ is_due: 1 }).execute();
    while (await indexDue(db));
    expect(await isIndexed(db)).toBe(true);
    expect(indexBlocks()).toEqual(before);
  });

  it('forgets what is gone before anything else that is due', async () => {
    await hold(ticketRow(1, { subject: 'Zirconium' }), ticketRow(2));
    while (await indexDue(db));
    await db.deleteFrom('ticket').where('id', '=', 1).execute();
    await db.updateTable('ticket').set({ subject: 'Vermilion' }).where('id', '=', 2).execute();
    await forgetGone(db);
    const rows = await db.selectFrom('ticket_search').select('subject').execute();
    expect(rows.map(({ subject }) => subject)).toEqual([expect.not.stringContaining('Vermilion')]);
    expect(await isIndexed(db)).toBe(false);
  });
});

describe('searchTickets', () => {
  it('finds every word anywhere in a ticket, the last one unfinished, the subject first', async () => {
    await hold(
      ticketRow(1, { description: 'A refund was promised' }),
      ticketRow(2, { subject: 'Refund, please' }),
    );
    await say(messageRow(1, 1, 'The café charged me twice'));
    expect(await numbersOf('refu')).toEqual([2, 1]);
    expect(await numbersOf('jane refund CAFE')).toEqual([1]);
    expect(await numbersOf('refu cafe')).toEqual([]);
    expect(await numbersOf('jane.cooper@exam')).toHaveLength(2);
  });

  it('finds a ticket by its number first, and by its code', async () => {
    await hold(ticketRow(12, { code: 'TKT-77' }), ticketRow(3, { subject: 'Order 12' }), ticketRow(120));
    expect((await numbersOf('12'))[0]).toBe(12);
    expect(await numbersOf('#12')).toEqual([12, 120]);
    expect(await numbersOf('tkt-77')).toEqual([12]);
  });

  it('takes phrases, what must not occur, and filters, with words or alone', async () => {
    const dayMs = 86_400_000;
    await hold(
      ticketRow(1, { subject: 'Card charged twice', assignee_ids: '[7]', priority: 'high', updated_at: 1 }),
      ticketRow(2, {
        subject: 'Twice charged card',
        tags: '["VIP"]',
        created_at: now - dayMs,
        updated_at: 2,
      }),
      ticketRow(3, { subject: 'Card lost', status: 'closed', assignee_ids: '[8]', updated_at: 3 }),
    );
    await db
      .insertInto('profile')
      .values({
        uid: 'profile-8',
        id: 8,
        ver: 1,
        username: 'Robin',
        full_name: 'Robin Reed',
        email: 'robin@example.com',
        role: 'agent',
        department: 'payment',
        is_active: 1,
        is_available: 1,
      })
      .execute();
    expect(await numbersOf('"charged twice"')).toEqual([1]);
    expect(await numbersOf('card -lost')).toHaveLength(2);
    expect(await numbersOf('-lost')).toEqual([2, 1]);
    expect(await numbersOf('card assignee:me')).toEqual([1]);
    expect(await numbersOf('assignee:robin')).toEqual([3]);
    expect(await numbersOf('assignee:none')).toEqual([2]);
    expect(await numbersOf('assignee:somebody')).toEqual([]);
    expect(await numbersOf('tag:vip')).toEqual([2]);
    expect(await numbersOf('card -tag:vip status:closed,opened')).toHaveLength(2);
    expect(await numbersOf('after:2d')).toEqual([2]);
    expect(await numbersOf('from:"jane coop" priority:high')).toEqual([1]);
    expect(await numbersOf('from:john')).toEqual([]);
  });

  it('says where the words are', async () => {
    await hold(ticketRow(1, { subject: 'Card declined' }));
    await say(messageRow(1, 1, 'It was declined again'));
    await numbersOf('');
    const {
      hits: [hit],
    } = await searchTickets(db, 'decl', { limit: 5, userId: 7, now });
    expect(hit?.subject).toEqual([
      { text: 'Card ', is_match: false },
      { text: 'declined', is_match: true },
    ]);
    expect(hit?.excerpt[1]).toEqual({ text: 'declined', is_match: true });
  });

  it('follows predictions, changes and departures', async () => {
    await hold(ticketRow(1), ticketRow(2));
    expect(await numbersOf('telescope')).toEqual([]);
    await db.insertInto('ticket_overlay').values(ticketRow(1)).execute();
    await db
      .insertInto('message_overlay')
      .values(messageRow(5, 1, 'A telescope'))
      .execute();
    expect(await isIndexed(db)).toBe(false);
    expect(await numbersOf('telescope')).toEqual([1]);
    await db.deleteFrom('message_overlay').execute();
    expect(await numbersOf('telescope')).toEqual([]);
    await db.updateTable('ticket').set({ subject: 'Microscope' }).where('id', '=', 2).execute();
    expect(await numbersOf('microscope')).toEqual([2]);
    await db.updateTable('ticket').set({ status: 'closed' }).where('id', '=', 2).execute();
    expect(await isIndexed(db)).toBe(true);
  });

  it('leaves a snapshot alone until it is complete', async () => {
    await db.transaction().execute((tx) => writeMeta(tx, { boot }));
    await hold(ticketRow(1, { subject: 'Periscope' }));
    await say(messageRow(1, 1, 'Under water'));
    expect(await isIndexed(db)).toBe(true);
    await db.transaction().execute((tx) => writeMeta(tx, { boot: null }));
    expect(await isIndexed(db)).toBe(false);
    expect(await numbersOf('periscope water')).toEqual([1]);
    expect(await isIndexed(db)).toBe(true);
  });

  it.each(['one', 'every'])('leaves nothing of %s purged ticket in the index', async (purged) => {
    await hold(ticketRow(1, { subject: 'Periwinkle' }), ticketRow(2));
    expect(await numbersOf('periwinkle')).toEqual([1]);
    const leaving = db.deleteFrom('ticket');
    await (purged === 'one' ? leaving.where('id', '=', 1) : leaving).execute();
    expect(await numbersOf('periwinkle')).toEqual([]);
    const left = ['ticket_search_data', 'ticket_search_content', 'search_ticket']
      .flatMap((table) => database.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().all())
      .flat()
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
      .join(' ');
    expect(left.toLowerCase()).not.toMatch(/periwinkle|winkle/);
  });

  it('looks for common words in the newest tickets that have them, and says so', async () => {
    await hold(ticketRow(1, { subject: 'Card card card', priority: 'critical', updated_at: 1 }));
    const others = Array.from({ length: 2_000 }, (_unused, index) =>
      ticketRow(index + 2, { subject: 'Card', description: '', updated_at: index + 2 }),
    );
    for (let from = 0; from < others.length; from += 500) await hold(...others.slice(from, from + 500));
    while (await indexDue(db));
    const search = (text: string) => searchTickets(db, text, { limit: 1, userId: 7, now });
    const oldest = { hits: [{ ticket: { id: 1 } }], is_newest_only: false };
    expect(await search('card')).toMatchObject({ hits: [{}], is_newest_only: true });
    expect(await search('card')).not.toMatchObject({ hits: oldest.hits });
    expect(await search('card priority:critical')).toMatchObject(oldest);
    expect(await search('priority:critical')).toMatchObject(oldest);
  });

  it('takes nothing that is typed for syntax', async () => {
    await hold(ticketRow(1, { subject: 'say "hello" NOT (now' }));
    for (const text of ['"', '(', 'NOT', 'hello" OR', '*', 'a:b', '-', "'"]) {
      expect(await numbersOf(text)).toBeDefined();
    }
    expect(matchOf(' ( ')).toBeNull();
    expect(await numbersOf('not "hello')).toEqual([1]);
  });
});

it('splits what was highlighted', () => {
  expect(partsOf('\u0001a\u0002b\u0001c\u0002')).toEqual([
    { text: 'a', is_match: true },
    { text: 'b', is_match: false },
    { text: 'c', is_match: true },
  ]);
});
