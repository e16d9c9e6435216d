import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { maxFileBytes } from '#shared/model/attachment.ts';
import { fromBase64, toBase64 } from '#shared/protocol/base64.ts';
import type { Conversation, DraftFile } from '#shared/protocol/ticket-detail.ts';
import { createLiveDesk, isLive, reply, settings, type LiveDesk } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

let desk: LiveDesk;
let agents: TestConsole;
let admins: TestConsole;

beforeAll(async () => {
  desk = await createLiveDesk();
  agents = await desk.open(desk.users.agent.username);
  admins = await desk.open(desk.users.superAdmin.username);
});
afterAll(() => desk[Symbol.asyncDispose]());

async function openTicket(): Promise<StoredTicket> {
  const ticket = await desk.createTicket({ assigneeId: desk.users.agent.id });
  await vi.waitFor(async () => {
    expect(await agents.call('tickets.find', { id: ticket.id })).toBe(ticket.uid);
  }, settings);
  return ticket;
}

const add = (ticket: StoredTicket, bytes: Uint8Array, file_name = 'log.bin'): Promise<DraftFile> =>
  agents.call('attachments.add', {
    ticket_uid: ticket.uid,
    file_name,
    content_type: 'application/x-anything',
    bytes: toBase64(bytes),
  });

async function answerWith(ticket: StoredTicket, text: string, files: DraftFile[]): Promise<number> {
  const message_uid = desk.services.mintUid();
  const detail = await agents.call('tickets.get', { uid: ticket.uid });
  const made = await agents.call('mutate', {
    name: 'ticket-reply',
    args: {
      ticket_uid: ticket.uid,
      message_uid,
      text,
      seen_reply_uid: detail?.ticket.last_reply_uid ?? null,
    },
    files: files.map((file) => file.uid),
  });
  if (!('id' in made)) throw new Error(JSON.stringify(made));
  return made.id;
}

const note = (ticket: StoredTicket, files: DraftFile[]) =>
  agents.call('mutate', {
    name: 'ticket-note',
    args: {
      ticket_uid: ticket.uid,
      text: 'For us',
      message_uid: desk.services.mintUid(),
      activity_uid: desk.services.mintUid(),
    },
    files: files.map((file) => file.uid),
  });

const attachedOn = async (
  console: TestConsole,
  { uid }: StoredTicket,
): Promise<Conversation['attachments']> => (await console.call('tickets.get', { uid }))?.attachments ?? [];

const draftFilesOf = async ({ uid }: StoredTicket): Promise<DraftFile[]> =>
  (await agents.call('tickets.get', { uid }))?.draft_files ?? [];

const sees = (console: TestConsole, ticket: StoredTicket, names: string[]): Promise<void> =>
  vi.waitFor(async () => {
    const attached = await attachedOn(console, ticket);
    expect(attached.map(({ row, delivery }) => [row.file_name, delivery])).toEqual(
      names.map((name) => [name, 'delivered']),
    );
  }, settings);

const readOn = async (console: TestConsole, uid: string): Promise<Uint8Array | null> =>
  fromBase64((await console.call('attachments.read', { uid })).bytes);

test('files chosen offline survive a restart and follow their message, each once, byte for byte', async () => {
  const ticket = await openTicket();
  const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(70_000)]);
  agents.cut();
  const first = await add(ticket, picture, 'screen.png');
  const second = await add(ticket, Buffer.from('line one\n'), 'журнал.txt');
  await agents.restart();
  expect(await draftFilesOf(ticket)).toEqual([first, second]);
  expect(await attachedOn(agents, ticket)).toEqual([]);

  await answerWith(ticket, 'See both', [first, second]);
  expect(await draftFilesOf(ticket)).toEqual([]);
  const waiting = await attachedOn(agents, ticket);
  expect(waiting.map(({ delivery }) => delivery)).toEqual(['queued', 'queued']);
  expect((await agents.call('sync.status', {})).queued).toBe(3);
  expect((await agents.call('outbox.list', {})).map(({ text, file_uid }) => [text, file_uid])).toEqual([
    ['See both', null],
    ['screen.png', first.uid],
    ['журнал.txt', second.uid],
  ]);
  await agents.restart();
  agents.mend();

  await sees(admins, ticket, ['screen.png', 'журнал.txt']);
  await sees(agents, ticket, ['screen.png', 'журнал.txt']);
  await isLive(agents);
  expect(agents.plug.filesPut.slice(-2)).toEqual([first.uid, second.uid]);
  const [shown] = await attachedOn(admins, ticket);
  const said = (await admins.call('tickets.get', { uid: ticket.uid }))?.messages.at(-1);
  expect(shown?.row).toMatchObject({
    content_type: 'image/png',
    size_bytes: picture.length,
    visibility: 'public',
    message_uid: said?.row.uid,
  });
  expect(await readOn(admins, first.uid)).toEqual(new Uint8Array(picture));
  admins.cut();
  expect(await readOn(admins, first.uid)).toEqual(new Uint8Array(picture));
  const unread = await admins.replica.call('attachments.read', { uid: second.uid });
  expect(unread).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  admins.mend();
});

test('an answer that got lost sends the same bytes again and attaches them once', async () => {
  const ticket = await openTicket();
  agents.plug.losesFiles = true;
  const file = await add(ticket, Buffer.from('once'), 'once.txt');
  await note(ticket, [file]);
  await vi.waitFor(() => expect(agents.plug.filesPut.at(-1)).toBe(file.uid), settings);
  agents.plug.losesFiles = false;
  await agents.restart();
  await sees(admins, ticket, ['once.txt']);
  await sees(agents, ticket, ['once.txt']);
  expect((await attachedOn(admins, ticket))[0]?.row.visibility).toBe('staff');
});

test('files of an answer that needs its author are seen by nobody, and go where the author says', async () => {
  const ticket = await openTicket();
  agents.cut();
  const file = await add(ticket, Buffer.from('my view'), 'view.txt');
  await answerWith(ticket, 'Written offline', [file]);
  await reply(desk, admins, ticket, 'Answered meanwhile');
  await isLive(admins);
  agents.mend();
  const waits = () =>
    vi.waitFor(async () => {
      expect(await agents.call('sync.status', {})).toMatchObject({ queued: 0, needs_you: 1 });
    }, settings);
  await waits();
  expect(agents.plug.filesPut).not.toContain(file.uid);

  const [first] = await agents.call('conflicts.list', {});
  await agents.call('conflicts.resolve', { id: first?.id ?? 0, choice: 'edit' });
  expect(await draftFilesOf(ticket)).toEqual([file]);
  agents.cut();
  await answerWith(ticket, 'Edited', [file]);
  await reply(desk, admins, ticket, 'Answered once more');
  await isLive(admins);
  agents.mend();
  await waits();
  const [second] = await agents.call('conflicts.list', {});
  await agents.call('conflicts.resolve', { id: second?.id ?? 0, choice: 'note' });
  await sees(admins, ticket, ['view.txt']);
  const [attached] = await attachedOn(admins, ticket);
  const detail = await admins.call('tickets.get', { uid: ticket.uid });
  expect(attached?.row.visibility).toBe('staff');
  expect(detail?.messages.find(({ row }) => row.uid === attached?.row.message_uid)?.row).toMatchObject({
    visibility: 'staff',
    text: 'Edited',
  });
  await isLive(agents);
});

test('a message that is taken back gives its files back to the draft, or lets go of them', async () => {
  const ticket = await openTicket();
  agents.cut();
  const file = await add(ticket, Buffer.from('back'), 'back.txt');
  const first = await answerWith(ticket, 'Too early', [file]);
  await agents.call('outbox.cancel', { id: first, is_edited: true });
  expect(await draftFilesOf(ticket)).toEqual([file]);
  const second = await answerWith(ticket, 'Still too early', [file]);
  await agents.call('outbox.cancel', { id: second, is_edited: false });
  expect([...(await draftFilesOf(ticket)), ...(await attachedOn(agents, ticket))]).toEqual([]);

  const alone = await add(ticket, Buffer.from('alone'), 'alone.txt');
  const dropped = await add(ticket, Buffer.from('dropped'), 'dropped.txt');
  const files = [alone.uid, dropped.uid];
  await agents.call('attachments.send', { ticket_uid: ticket.uid, files, is_note: false });
  const inOutbox = (await agents.call('outbox.list', {})).find((item) => item.file_uid === dropped.uid);
  expect(await agents.call('outbox.cancel', { id: inOutbox?.id ?? 0, is_edited: false })).toBe(true);
  agents.mend();
  await sees(admins, ticket, ['alone.txt']);
  expect(await agents.call('attachments.cancel', { uid: alone.uid })).toBe(false);
  await isLive(agents);
});

test('what cannot be taken is said at once, and nothing of it is kept', async () => {
  const ticket = await openTicket();
  const tryTo = async (bytes: Uint8Array, ticket_uid = ticket.uid) => {
    const file = { ticket_uid, file_name: 'x', content_type: '', bytes: toBase64(bytes) };
    const added = await agents.replica.call('attachments.add', file);
    return added.ok ? 'kept' : [added.error.kind, added.error.data?.['limit']];
  };
  const most = new Uint8Array(maxFileBytes);
  const tooLong = { ticket_uid: ticket.uid, file_name: 'x', content_type: '', bytes: 'AA=A' };
  expect(await agents.replica.call('attachments.add', tooLong)).toMatchObject({ error: { kind: 'invalid' } });
  expect(await tryTo(Buffer.from('x'), desk.services.mintUid())).toEqual(['not_found', undefined]);
  expect([await tryTo(most), await tryTo(most)]).toEqual(['kept', 'kept']);
  expect(await tryTo(most)).toEqual(['too_large', 'ticket']);
  for (const { uid } of await draftFilesOf(ticket)) await agents.call('attachments.cancel', { uid });
  expect(await draftFilesOf(ticket)).toEqual([]);
});

test('what the node refuses waits for its author, who sends it again or lets go of it', async () => {
  const ticket = await openTicket();
  const file = await add(ticket, Buffer.from('mine'), 'mine.txt');
  await desk.services.database.write((tx) =>
    tx.sql
      .insertInto('upload')
      .values({
        uid: file.uid,
        user_id: desk.users.superAdmin.id,
        content_hash: 'other',
        created_at: 0,
        content_type: 'text/plain',
        size_bytes: 1,
      })
      .execute(),
  );
  await agents.call('attachments.send', { ticket_uid: ticket.uid, files: [file.uid], is_note: false });
  await vi.waitFor(async () => {
    const [failed] = await attachedOn(agents, ticket);
    expect(failed).toMatchObject({ delivery: 'needs_you', problem: 'invalid' });
  }, settings);
  expect((await agents.call('sync.status', {})).needs_you).toBe(1);
  await desk.services.database.write((tx) => tx.sql.deleteFrom('upload').execute());
  await agents.call('attachments.retry', { uid: file.uid });
  await sees(admins, ticket, ['mine.txt']);
  await isLive(agents);
});

test('signing out takes what is in files off this computer', async () => {
  const stored = (): unknown[] => {
    const outbox = new Database(join(agents.folder, 'outbox.db'), { readonly: true });
    const rows = outbox.prepare('SELECT file_name FROM file').all();
    outbox.close();
    return rows;
  };
  const ticket = await openTicket();
  agents.cut();
  await answerWith(ticket, 'Never sent', [await add(ticket, Buffer.from('secret'), 'secret.txt')]);
  expect(stored().length).toBeGreaterThan(1);
  const kept = await agents.replica.call('session.signOut', { discard_unsent: false });
  expect(kept).toMatchObject({ ok: false, error: { kind: 'conflict', data: { queued: 2 } } });
  await agents.call('session.signOut', { discard_unsent: true });
  expect(stored()).toEqual([]);
  agents.mend();
  await agents.signIn(desk.users.agent.username);
  await isLive(agents);
});

test('a node that was restored from a backup gets the file again by itself', async () => {
  const ticket = await openTicket();
  const backup = desk.backUp();
  await note(ticket, [await add(ticket, Buffer.from('after the backup'), 'after.txt')]);
  await sees(admins, ticket, ['after.txt']);
  await isLive(agents);
  await desk.restore(backup);
  await isLive(agents);
  await sees(agents, ticket, ['after.txt']);
  await sees(admins, ticket, ['after.txt']);
  expect((await agents.call('sync.status', {})).needs_you).toBe(0);
});
