import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { startConsoles, type ConsoleHost } from '../consoles/fleet.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import type { Figure } from '../harness/figure.ts';
import { quantile, type Timings } from '../harness/statistics.ts';
import { startBareServer } from '../limits/bare-server.ts';
import { timeOutboxCommit } from '../limits/raw-outbox.ts';
import { RawDesk } from '../limits/raw-desk.ts';

/** Between a reply that arrived everywhere and the next one. */
const pauseMs = 30;
const queueLength = 100;

interface Goals {
  p50?: number;
  p99?: number;
}

interface Latency {
  /** From the click until the row is committed in the observed console's file, ms. */
  first: number;
  /** Until it is committed in the last console's. */
  last: number;
}

/**
 * From an agent's click until the reply is committed in a colleague's replica. Everybody reads the ticket's queue, so
 * every console gets every reply. The author and the colleague who is observed have a process each, as on computers
 * of their own; all others share one, so the time of the last of them says more about this computer than about the node.
 */
export const replySuite: Suite = {
  name: 'reply',
  run: async (bench) => {
    const limit = await measureLimit(bench);
    return [
      ...(await measureFleet(bench, 2, limit, {})),
      ...(await measureFleet(bench, bench.isQuick ? 10 : 50, limit, { p50: 10, p99: 40 })),
    ];
  },
};

/** What cannot be avoided: two durable commits (the author's outbox, the node) and a round trip. */
async function measureLimit(bench: Bench): Promise<Timings> {
  await using bare = await startBareServer();
  using raw = new RawDesk(bench.copyDesk().file);
  const parts = [
    await bare.timeRoundTrips(bench.isQuick ? 500 : 5000),
    timeOutboxCommit(bench.folder('raw-outbox'), bench.pace.roundMs / 2),
    raw.timeReplies(1, bench.pace.roundMs / 2),
  ];
  const sum = (metric: keyof Timings): number => parts.reduce((total, part) => total + part[metric], 0);
  return { perSecond: 0, p50: sum('p50'), p99: sum('p99') };
}

async function measureFleet(bench: Bench, size: number, limit: Timings, goals: Goals): Promise<Figure[]> {
  const started = await bench.startDesk();
  await using _node = started.node;
  const [author, observed, ...crowd] = started.desk.team.slice(0, size);
  if (author === undefined || observed === undefined) throw new Error('The team is too small');
  const authorHost = (await startConsoles(bench, started, [author])).host;
  await using _author = authorHost;
  const observedHost = (await startConsoles(bench, started, [observed])).host;
  await using _observed = observedHost;
  const crowdHost = (await startConsoles(bench, started, crowd)).host;
  await using _crowd = crowdHost;
  const tickets = await authorHost.call('queue', { console: 0, limit: queueLength });
  const send = (count: number) => sendReplies([authorHost, observedHost, crowdHost], tickets, count);
  const count = bench.isQuick ? 20 : 100;
  await send(count / 2);
  const rounds: Latency[][] = [];
  while (rounds.length < bench.pace.rounds) rounds.push(await send(count));
  return toFigures(`reply to other console, ${size} consoles`, rounds, limit, goals);
}

async function sendReplies(
  [author, observed, crowd]: readonly [ConsoleHost, ConsoleHost, ConsoleHost],
  tickets: readonly string[],
  count: number,
): Promise<Latency[]> {
  const latencies: Latency[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const messageUid = v7();
    await Promise.all([observed, crowd].map((host) => host.call('expect', { messageUid })));
    const ticketUid = tickets[sent % tickets.length] ?? '';
    const text = 'We have asked the bank; the money is on its way and will be with you by Friday.';
    const { startedAt } = await author.call('reply', { console: 0, ticketUid, messageUid, text });
    const [first = 0, ...others] = [
      ...(await observed.call('seen', null)),
      ...(await crowd.call('seen', null)),
    ];
    latencies.push({ first: first - startedAt, last: Math.max(first, ...others) - startedAt });
    await pause(pauseMs);
  }
  return latencies;
}

function toFigures(row: string, rounds: readonly Latency[][], limit: Timings, goals: Goals): Figure[] {
  const of = (which: keyof Latency, part: number): number[] =>
    rounds.map((round) =>
      quantile(
        round.map((latency) => latency[which]),
        part,
      ),
    );
  const bound = (metric: 'p50' | 'p99') => ({ name: '2 raw commits + round trip', value: limit[metric] });
  return [
    { row, metric: 'p50', unit: 'ms', rounds: of('first', 0.5), limit: bound('p50'), ...withGoal(goals.p50) },
    {
      row,
      metric: 'p99',
      unit: 'ms',
      rounds: of('first', 0.99),
      limit: bound('p99'),
      ...withGoal(goals.p99),
    },
    { row, metric: 'last console, p50', unit: 'ms', rounds: of('last', 0.5) },
  ];
}

const withGoal = (goal: number | undefined): { goal?: number } => (goal === undefined ? {} : { goal });
