import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { ConsoleHost } from '../consoles/fleet.ts';
import { startConsoles } from '../consoles/fleet.ts';
import type { Suite } from '../harness/bench.ts';
import { sharedNowMs } from '../harness/statistics.ts';

const lookEveryMs = 100;
const longestMs = 60_000;

/** From the click that gives a ticket to another department until none of its words are in any file of the agent's. */
export const leaveSuite: Suite = {
  name: 'leave',
  run: async (bench) => {
    const started = await bench.startDesk();
    await using _node = started.node;
    const { admin, team } = started.desk;
    const [agent] = team;
    if (agent === undefined) throw new Error('There is no team');
    const admins = (await startConsoles(bench, started, [admin])).host;
    await using _admins = admins;
    const agents = await startConsoles(bench, started, [agent]);
    await using _agents = agents.host;
    const folder = agents.specs[0]?.folder ?? '';
    const rounds: number[] = [];
    for (let round = 0; round < bench.pace.rounds; round += 1) {
      const words = `Zirconium${round}teapot`;
      const ticketUid = await openTicket(admins, words);
      await hasArrived(folder, ticketUid, words);
      const activity_uid = v7();
      const args = { ticket_uid: ticketUid, activity_uid, category: 'loan' } as const;
      const startedAt = sharedNowMs();
      await admins.call('make', { console: 0, changes: [{ name: 'ticket-category', args }] });
      rounds.push((await isOffDisk(folder, words)) - startedAt);
    }
    return [
      {
        row: 'a ticket that left an agent’s view',
        metric: 'off their disk',
        unit: 'ms',
        rounds,
        goal: 10_000,
      },
    ];
  },
};

async function openTicket(admins: ConsoleHost, words: string): Promise<string> {
  const ticket_uid = v7();
  const args = {
    ticket_uid,
    message_uid: v7(),
    activity_uid: v7(),
    subject: 'A leaking teapot',
    description: words,
    priority: 'medium',
    category: 'payment',
    source: 'web',
    requester: { id: null, name: 'Robin Hale', email: 'robin@example.org' },
    phone_number: null,
    merchant_id: null,
    tags: [],
  } as const;
  const changes = [{ name: 'ticket-create' as const, args: { ...args, tags: [] } }];
  await admins.call('make', { console: 0, changes });
  return ticket_uid;
}

/** The agent's files that hold these words, the search index's among them, in whatever case it keeps them. */
const filesWith = (folder: string, words: string): string[] =>
  readdirSync(folder).filter((name) =>
    readFileSync(join(folder, name), 'latin1').toLowerCase().includes(words.toLowerCase()),
  );

async function waitUntil(isSo: () => boolean, what: string): Promise<number> {
  const until = sharedNowMs() + longestMs;
  while (!isSo()) {
    if (sharedNowMs() > until) throw new Error(`${what} did not happen`);
    await pause(lookEveryMs);
  }
  return sharedNowMs();
}

/** The ticket is searched for, too: its words lie in the index. */
async function hasArrived(folder: string, ticketUid: string, words: string): Promise<void> {
  await waitUntil(() => filesWith(folder, words).length > 0, `The arrival of ${ticketUid}`);
  await pause(lookEveryMs * 5);
}

const isOffDisk = (folder: string, words: string): Promise<number> =>
  waitUntil(() => filesWith(folder, words).length === 0, 'The end of the last trace');
