import { setTimeout as wait } from 'node:timers/promises';
import { createUidFactory } from '#shared/model/uid.ts';
import { systemClock, systemRandom } from '../services.ts';
import type { FaultyConsole } from './faulty-console.ts';
import type { FaultyNode } from './faulty-node.ts';
import type { Ledger } from './ledger.ts';

/** The node is out of reach, or the disk is full: no sense in hurry. */
const pauseMs = 30;

const mintUid = createUidFactory(systemClock, systemRandom);

export interface Writing {
  /** Writes no more, and settles once everything under way has an answer. */
  stop: () => Promise<void>;
}

export interface WritingOptions {
  /** How many write at once. */
  writers: number;
  textBytes: number;
}

function writeOn(writers: number, write: () => Promise<boolean>): Writing {
  const state = { isStopped: false };
  const loops = Array.from({ length: writers }, async () => {
    while (!state.isStopped) if (!(await write())) await wait(pauseMs);
  });
  return {
    stop: async () => {
      state.isStopped = true;
      await Promise.all(loops);
    },
  };
}

/** Tickets that come in over HTTP, for as long as it lasts. */
export function writeTickets(
  node: FaultyNode,
  ledger: Ledger,
  { writers, textBytes }: WritingOptions,
): Writing {
  return writeOn(writers, async () => {
    const key = ledger.newKey();
    ledger.note(key, 'unknown');
    const told = await node.createTicket(`Ticket ${key}`, key.padEnd(textBytes, '.'));
    ledger.note(key, told);
    return told === 'acknowledged';
  });
}

/** An agent who types without end: one new ticket, then notes on it, and so on. What is kept counts as acknowledged. */
export function writeAtConsole(
  desk: FaultyConsole,
  ledger: Ledger,
  { writers, textBytes }: WritingOptions,
): Writing {
  let ticketUid: string | null = null;
  let changes = 0;
  return writeOn(writers, async () => {
    const key = ledger.newKey();
    ledger.note(key, 'unknown');
    const text = key.padEnd(textBytes, '.');
    const isNew = ticketUid === null || changes++ % 10 === 0;
    const uid = ticketUid === null || isNew ? mintUid() : ticketUid;
    const kept = await desk.ask('mutate', isNew ? ticketOf(uid, key, text) : noteOf(uid, text));
    if (kept === null) return false;
    const isKept = kept.ok && 'id' in kept.value;
    ledger.note(key, isKept ? 'acknowledged' : 'refused');
    if (isKept && isNew) ticketUid = uid;
    return isKept;
  });
}

const noteOf = (ticket_uid: string, text: string) => ({
  name: 'ticket-note' as const,
  args: { ticket_uid, message_uid: mintUid(), activity_uid: mintUid(), text },
});

const ticketOf = (ticket_uid: string, key: string, description: string) => ({
  name: 'ticket-create' as const,
  args: {
    ticket_uid,
    message_uid: mintUid(),
    activity_uid: mintUid(),
    subject: `Ticket ${key}`,
    description,
    priority: 'low' as const,
    category: 'payment' as const,
    source: 'web' as const,
    requester: { id: null, name: 'A customer', email: 'customer@example.org' },
    phone_number: null,
    merchant_id: null,
    tags: [],
  },
});
