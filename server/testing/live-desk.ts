import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, vi } from 'vitest';
import type { Status } from '#shared/model/status.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import { createTestConsole, type TestConsole } from './test-console.ts';
import { createTestFolder } from './test-folder.ts';
import { createTestNode, type TestNode, type TestNodeOptions } from './test-node.ts';

/** A listening node with real consoles around it. */
export interface LiveDesk extends Omit<TestNode, 'app'> {
  url: string;
  /** A console of this user, caught up. */
  open: (username: string) => Promise<TestConsole>;
  /** A second computer with a copy of the console's files, as they are now. */
  openCopy: (original: TestConsole) => Promise<TestConsole>;
  /** Copies the node's database. @returns the copy's file. */
  backUp: () => string;
  /** Ends the node and starts one on the backup, at the same address. */
  restore: (backup: string) => Promise<void>;
}

async function listen(node: TestNode, port: number): Promise<string> {
  await node.app.listen({ host: '127.0.0.1', port });
  return `http://127.0.0.1:${(node.app.server.address() as AddressInfo).port}`;
}

/** `await using desk = await createLiveDesk()`: consoles, node and files are gone at the end of the test. */
export async function createLiveDesk(options: TestNodeOptions = {}): Promise<LiveDesk> {
  const backups = createTestFolder();
  let node = await createTestNode(options);
  const url = await listen(node, 0);
  const consoles: TestConsole[] = [];
  const keep = (opened: TestConsole): TestConsole => {
    consoles.push(opened);
    return opened;
  };
  const desk: LiveDesk = {
    ...node,
    url,
    open: async (username) => {
      const opened = keep(await createTestConsole(url, username));
      await isLive(opened);
      return opened;
    },
    openCopy: async (original) => keep(await original.copy()),
    backUp: () => {
      const file = join(backups.path, `backup-${consoles.length}-${Date.now()}.sqlite`);
      const database = new Database(desk.file, { readonly: true });
      database.prepare('VACUUM INTO ?').run(file);
      database.close();
      return file;
    },
    restore: async (backup) => {
      await node[Symbol.asyncDispose]();
      node = await createTestNode({ restored: { backup, users: node.users } });
      await listen(node, Number(new URL(url).port));
      const { services, clock, file, createUser, createTicket } = node;
      Object.assign(desk, { services, clock, file, createUser, createTicket });
    },
    [Symbol.asyncDispose]: async () => {
      for (const opened of consoles) await opened[Symbol.asyncDispose]();
      await node[Symbol.asyncDispose]();
      backups[Symbol.dispose]();
    },
  };
  return desk;
}

export const settings = { timeout: 5_000, interval: 10 };

/** Live, with nothing left to send and nothing left to fetch. */
export const isLive = (desk: TestConsole): Promise<void> =>
  vi.waitFor(async () => {
    const { connection, queued, unfetched } = await desk.call('sync.status', {});
    expect({ state: connection.state, queued, unfetched }).toEqual({
      state: 'live',
      queued: 0,
      unfetched: 0,
    });
  }, settings);

export const textsOf = async (desk: TestConsole, uid: string): Promise<string[]> =>
  ((await desk.call('tickets.get', { uid }))?.messages ?? []).map((message) => message.row.text);

export const seesTexts = (desk: TestConsole, uid: string, texts: string[]): Promise<void> =>
  vi.waitFor(async () => expect((await textsOf(desk, uid)).slice(1)).toEqual(texts), settings);

export const uidsOf = async (desk: TestConsole, view: 'mine' | 'open' = 'open'): Promise<string[]> =>
  (await desk.call('tickets.list', { view, after: null, limit: 100 })).items.map((item) => item.ticket.uid);

export async function reply(
  desk: LiveDesk,
  console: TestConsole,
  ticket: StoredTicket,
  text: string,
): Promise<number> {
  const detail = await console.call('tickets.get', { uid: ticket.uid });
  return console.change('ticket-reply', {
    ticket_uid: ticket.uid,
    message_uid: desk.services.mintUid(),
    text,
    seen_reply_uid: detail?.ticket.last_reply_uid ?? null,
  });
}

export const note = (
  desk: LiveDesk,
  console: TestConsole,
  ticket: StoredTicket,
  text: string,
): Promise<number> =>
  console.change('ticket-note', {
    ticket_uid: ticket.uid,
    message_uid: desk.services.mintUid(),
    activity_uid: desk.services.mintUid(),
    text,
  });

export const move = (
  desk: LiveDesk,
  console: TestConsole,
  ticket: StoredTicket,
  base: Status,
  to: Status,
): Promise<number> =>
  console.change('ticket-status', {
    ticket_uid: ticket.uid,
    activity_uid: desk.services.mintUid(),
    base,
    to,
  });
