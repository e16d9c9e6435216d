import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { createUidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import { openOutbox } from '#shared/replica/outbox-database.ts';
import { Outbox } from '#shared/replica/outbox.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createTestFolder } from '../testing/test-folder.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = createTestClock();
const mintUid = createUidFactory(clock, randomBytes);
const ticketUid = mintUid();

const agent: Actor = {
  id: 7,
  username: 'noor',
  full_name: 'Noor Agent',
  role: 'agent',
  department: null,
  is_active: true,
  is_approved: true,
};

interface Opened extends AsyncDisposable {
  outbox: Outbox;
  file: string;
  /** Writes the draft of the ticket, as the composer saves it. */
  write: (text: string) => Promise<void>;
  texts: (uid?: string) => Promise<string[]>;
  /** Ends it without a word, and opens the file again. */
  reopen: () => Promise<void>;
}

async function openFile(file: string): Promise<Outbox> {
  const database = new Database(file);
  // What a power cut does to it is not asked here.
  database.pragma('synchronous = OFF');
  const outbox = new Outbox(await openOutbox(new SqliteDialect({ database })), clock, mintUid);
  await outbox.load();
  return outbox;
}

async function openOwn(): Promise<Opened> {
  const folder = createTestFolder();
  const file = join(folder.path, 'outbox.db');
  const opened: Opened = {
    outbox: await openFile(file),
    file,
    write: (text) =>
      opened.outbox.saveDraft({ ticket_uid: ticketUid, mode: 'reply', text, seen_reply_uid: null }),
    texts: async (uid = ticketUid) => (await opened.outbox.listEarlierDrafts(uid)).map(({ text }) => text),
    reopen: async () => {
      await opened.outbox.close();
      opened.outbox = await openFile(file);
    },
    [Symbol.asyncDispose]: async () => {
      await opened.outbox.close();
      folder[Symbol.dispose]();
    },
  };
  await opened.outbox.owner.enter(agent);
  return opened;
}

const replyOf = (text: string) => ({
  name: 'ticket-reply',
  version: 1,
  args: { ticket_uid: ticketUid, message_uid: mintUid(), text, seen_reply_uid: null },
  ticket_uid: ticketUid,
  marker_uid: mintUid(),
});

test('a draft is kept when it is emptied, written over or sent, and outlives the process', async () => {
  await using own = await openOwn();
  await own.write('Dear customer');
  await own.write('Dear customers');
  await own.write('');
  await own.write('Your card is on its way');
  await own.write('We are looking into it');
  await own.outbox.add(replyOf('We are looking into it.'));
  await own.write('');
  await own.reopen();
  expect(await own.texts()).toEqual(['We are looking into it.', 'Your card is on its way', 'Dear customers']);
  expect(await own.outbox.findDraft(ticketUid)).toBeNull();
});

test('a change that came from no draft is none, and one that is let go of is', async () => {
  await using own = await openOwn();
  const id = await own.outbox.add(replyOf('To many at once'), { isHeldBack: true });
  expect(await own.texts()).toEqual([]);
  expect(await own.outbox.takeBack(id, null)).toBe(ticketUid);
  const refusedId = await own.outbox.add(replyOf('Refused'));
  const [sent] = await own.outbox.takeUnsent(1);
  const { mid, key } = sent ?? { mid: 0, key: '' };
  const refusal = { code: 'forbidden' } as const;
  await own.outbox.applyOutcomes([{ mid, key, status: 'refused', seq: 1, refusal }]);
  expect(await own.outbox.findRefused(refusedId)).not.toBeNull();
  await own.outbox.resolve(refusedId);
  expect(await own.texts()).toEqual(['Refused', 'To many at once']);
});

test('while a text grows, one version of it is kept and gives way to the next', async () => {
  await using own = await openOwn();
  const sentences = Array.from({ length: 12 }, (_, index) => `Sentence ${index} of a long answer. `);
  const grown = (count: number): string => sentences.slice(0, count).join('');
  for (let count = 1; count <= sentences.length; count += 1) {
    await own.write(grown(count));
    clock.advance(20_000);
  }
  expect(await own.texts()).toHaveLength(1);
  expect(grown(sentences.length).startsWith((await own.texts())[0] ?? '-')).toBe(true);

  // What goes a few letters at a time is not lost either.
  for (let length = grown(sentences.length).length; length > 0; length -= 9) {
    await own.write(grown(sentences.length).slice(0, length));
  }
  expect((await own.texts())[0]?.length).toBeGreaterThan(300);
});

test('a text that is kept again becomes the newest', async () => {
  await using own = await openOwn();
  const keep = (text: string) => own.outbox.keepEarlierDraft({ ticket_uid: ticketUid, mode: 'note', text });
  for (const text of ['First', 'Second', 'First ', '  ']) await keep(text);
  expect(await own.texts()).toEqual(['First ', 'Second']);
  expect((await own.outbox.listEarlierDrafts(ticketUid))[0]).toMatchObject({ mode: 'note' });
});

test('twenty per ticket, a month and four megabytes are the bounds', async () => {
  await using own = await openOwn();
  const keep = (uid: string, text: string) =>
    own.outbox.keepEarlierDraft({ ticket_uid: uid, mode: 'reply', text });
  for (let index = 1; index <= 22; index += 1) await keep(ticketUid, `Version ${index}`);
  const texts = await own.texts();
  expect([texts.length, texts[0], texts.at(-1)]).toEqual([20, 'Version 22', 'Version 3']);

  // Two bytes a letter: 41 of them have no room.
  const long = 'ж'.repeat(50_000);
  const others = Array.from({ length: 42 }, () => mintUid());
  for (const uid of others) await keep(uid, long);
  const counts = await Promise.all(others.map(async (uid) => (await own.texts(uid)).length));
  expect(counts).toEqual([0, ...Array.from({ length: 41 }, () => 1)]);
  expect(await own.texts()).toEqual([]);

  clock.advance(31 * dayMs);
  await own.reopen();
  expect(await own.texts(others.at(-1))).toEqual([]);
});

test('signing out leaves none behind, and the draft itself for its author', async () => {
  await using own = await openOwn();
  await own.write('Let go of');
  await own.write('');
  await own.write('Half a sentence');
  await own.outbox.owner.enter({ ...agent, id: 8 });
  expect(await own.texts()).toEqual([]);
  await own.outbox.owner.enter(agent);
  expect(await own.texts()).toEqual(['Let go of']);
  await own.outbox.owner.leave({ discardUnsent: false });
  await own.outbox.owner.enter(agent);
  expect(await own.texts()).toEqual([]);
  expect(await own.outbox.findDraft(ticketUid)).toMatchObject({ text: 'Half a sentence' });
});

test('a file of the version before goes on with what is in it', async () => {
  await using own = await openOwn();
  await own.write('From before');
  await own.outbox.add(replyOf('Kept from before'));
  await own.outbox.close();
  const earlier = new Database(own.file);
  earlier.exec('DROP TABLE draft_version; PRAGMA user_version = 4');
  earlier.close();
  own.outbox = await openFile(own.file);
  expect(await own.outbox.takeUnsent(5)).toMatchObject([{ args: { text: 'Kept from before' } }]);
  await own.write('');
  expect(await own.texts()).toEqual(['From before']);
});
