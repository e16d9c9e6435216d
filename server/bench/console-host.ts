// A process of its own, full of consoles, as its parent asks for them. Ends with its parent.

import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { BenchConsole } from './consoles/bench-console.ts';
import type { ConsoleCalls, Leg } from './consoles/console-calls.ts';
import { MeteredRoad } from './consoles/metered-road.ts';
import { serveParent } from './harness/child-process.ts';
import { sharedNowMs } from './harness/statistics.ts';

/** As many first syncs at once as keep the node busy and its answers short. */
const openAtOnce = 4;

const consoles: BenchConsole[] = [];
let road: MeteredRoad | null = null;
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

const lookAtRoad = (): Leg => ({
  ms: sharedNowMs(),
  bytes: road === null ? 0 : road.carried.sent + road.carried.received,
});

const legBetween = (from: Leg, to: Leg): Leg => ({ ms: to.ms - from.ms, bytes: to.bytes - from.bytes });

/** Every so many pushes the connection ends, its answer lost, and comes back at once. */
const drain: ConsoleCalls['drain'] = async ({ console: index, cuts }) => {
  const each = consoleAt(index);
  let cutsLeft = cuts;
  let pushes = 0;
  each.plug.onPushed(() => {
    pushes += 1;
    if (cutsLeft === 0 || pushes % 3 !== 0) return;
    cutsLeft -= 1;
    each.plug.pull();
    each.plug.put();
    setImmediate(() => each.replica.nudge());
  });
  const startedAt = sharedNowMs();
  each.plug.put();
  each.replica.nudge();
  await each.isDrained();
  const ms = sharedNowMs() - startedAt;
  if (cutsLeft > 0) throw new Error(`The connection was cut ${cuts - cutsLeft} times instead of ${cuts}`);
  const conflicts = await each.call('conflicts.list', {});
  return { ms, conflicts: conflicts.length };
};

const calls: ConsoleCalls = {
  open: openAll,
  resume: async ({ nodeUrl, consoles: specs, delayMs }) => {
    road ??= await MeteredRoad.open(nodeUrl);
    road.delayMs = delayMs;
    for (const spec of specs) consoles.push(await BenchConsole.open(road.url, spec, { isCut: true }));
  },
  reconnect: async ({ console: index }) => {
    const each = consoleAt(index);
    const marks = [lookAtRoad()];
    each.plug.onOpened(() => marks.push(lookAtRoad()));
    await each.reconnect();
    const [start, opened, end] = [...marks, lookAtRoad()];
    if (start === undefined || opened === undefined || end === undefined)
      throw new Error('The connection was not opened');
    return { opening: legBetween(start, opened), talk: legBetween(opened, end) };
  },
  cut: async ({ console: index }) => consoleAt(index).plug.pull(),
  settle: ({ console: index }) => consoleAt(index).isIndexed(),
  make: async ({ console: index, changes }) => {
    let kept = 0;
    for (const { name, args } of changes) {
      const made = await consoleAt(index).call('mutate', { name, args: args as never });
      if ('refusal' in made) throw new Error(`${name} was refused: ${JSON.stringify(made)}`);
      if ('id' in made) kept += 1;
    }
    return kept;
  },
  drain,
  received: async () => road?.carried.received ?? 0,
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
  await road?.[Symbol.asyncDispose]();
});
