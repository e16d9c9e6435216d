// A process of its own, full of consoles, as its parent asks for them. Ends with its parent.

import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { BenchConsole } from './consoles/bench-console.ts';
import type { ConsoleCalls } from './consoles/console-calls.ts';
import { serveParent } from './harness/child-process.ts';
import { sharedNowMs } from './harness/statistics.ts';

/** As many first syncs at once as keep the node busy and its answers short. */
const openAtOnce = 4;

const consoles: BenchConsole[] = [];
let sightings: Promise<number>[] = [];

function consoleAt(index: number): BenchConsole {
  const found = consoles[index];
  if (found === undefined) throw new Error(`There is no console ${index}`);
  return found;
}

async function reply(index: number, ticketUid: string, messageUid: string, text: string) {
  const args = { ticket_uid: ticketUid, message_uid: messageUid, text };
  const startedAt = sharedNowMs();
  const made = await consoleAt(index).call('mutate', { name: 'ticket-reply', args });
  const keptAt = sharedNowMs();
  if ('refusal' in made || 'unchanged' in made)
    throw new Error(`The reply was not kept: ${JSON.stringify(made)}`);
  return { startedAt, keptAt };
}

const openAll: ConsoleCalls['open'] = async ({ nodeUrl, consoles: specs }) => {
  const syncs: Awaited<ReturnType<ConsoleCalls['open']>> = [];
  for (let from = 0; from < specs.length; from += openAtOnce) {
    const opened = await Promise.all(
      specs.slice(from, from + openAtOnce).map((spec) => BenchConsole.open(nodeUrl, spec)),
    );
    consoles.push(...opened);
    syncs.push(...(await Promise.all(opened.map((each) => each.syncFirst()))));
  }
  return syncs;
};

const calls: ConsoleCalls = {
  open: openAll,
  queue: async ({ console: index, limit }) => {
    const page = await consoleAt(index).call('tickets.list', { view: 'unassigned', after: null, limit });
    return page.items.map(({ ticket }) => ticket.uid);
  },
  reply: ({ console: index, ticketUid, messageUid, text }) => reply(index, ticketUid, messageUid, text),
  click: async ({ console: index, tickets, count, pauseMs }) => {
    const durations: number[] = [];
    for (let clicked = 0; clicked < count; clicked += 1) {
      const { startedAt, keptAt } = await reply(
        index,
        tickets[clicked % tickets.length] ?? '',
        v7(),
        'Thank you, done.',
      );
      durations.push(keptAt - startedAt);
      await pause(pauseMs);
    }
    return durations;
  },
  expect: async ({ messageUid }) => {
    sightings = consoles.map((each) => each.awaitMessage(messageUid));
  },
  seen: () => Promise.all(sightings),
};

serveParent(calls, async () => {
  await Promise.all(consoles.map((each) => each.close()));
});
