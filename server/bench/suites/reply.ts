import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { startConsoles, type ConsoleHost } from '../consoles/fleet.ts';
import type { ListenerCalls } from '../consoles/listener-calls.ts';
import { createAccessSigner } from '../desk/sign-access.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import { startChild } from '../harness/child-process.ts';
import type { Figure } from '../harness/figure.ts';
import { quantile, type Timings } from '../harness/statistics.ts';
import { startBareServer } from '../limits/bare-server.ts';
import { timeOutboxCommit } from '../limits/raw-outbox.ts';
import { RawDesk } from '../limits/raw-desk.ts';

/** Between replies. What the crowd does with one afterwards, such as indexing it, is over before the next. */
const pauseMs = 400;
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
 * of their own; the others share one, so the time of the last of them says more about this computer than about the node.
 */
export const replySuite: Suite = {
  name: 'reply',
  run: async (bench) => {
    const limit = await measureLimit(bench);
    return [
      ...(await measureFleet(bench, 2, limit, {})),
      ...(await measureFleet(bench, bench.isQuick ? 10 : 50, limit, { p50: 10, p99: 40 })),
      ...(await measureCrowd(bench, bench.isQuick ? 50 : 500, limit, { p99: 100 })),
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
  await using pair = await openPair(bench, started);
  const crowd = (await startConsoles(bench, started, started.desk.team.slice(2, size))).host;
  await using _crowd = crowd;
  const rounds = await measureRounds(bench, pair, [pair.observed, crowd]);
  const row = `reply to other console, ${size} consoles`;
  return [
    ...toFigures(row, rounds, limit, goals),
    {
      row,
      metric: 'last console, p50',
      unit: 'ms',
      rounds: rounds.map((round) => quantileOf(round, 'last', 0.5)),
    },
  ];
}

/** All but two have no copy: hundreds of copies on one computer would measure its disk. */
async function measureCrowd(bench: Bench, size: number, limit: Timings, goals: Goals): Promise<Figure[]> {
  const started = await bench.startDesk();
  await using _node = started.node;
  await using pair = await openPair(bench, started);
  await using crowd = startChild<ListenerCalls>('listener-host.ts');
  const sign = createAccessSigner(started.desk);
  const users = started.desk.team.map((user) => ({ user, token: sign(user) }));
  await crowd.call('connect', { nodeUrl: started.node.url, users, count: size - 2 });
  const rounds = await measureRounds(bench, pair, [pair.observed]);
  const sent = rounds.reduce((sum, round) => sum + round.length, 0);
  const heard = await crowd.call('heard', null);
  if (heard < sent * (size - 2))
    throw new Error(`The crowd of ${size - 2} heard ${heard} messages of ${sent} replies`);
  return toFigures(`reply to other console, ${size} connected`, rounds, limit, goals);
}

interface Pair extends AsyncDisposable {
  author: ConsoleHost;
  observed: ConsoleHost;
}

async function openPair(bench: Bench, started: Awaited<ReturnType<Bench['startDesk']>>): Promise<Pair> {
  const [first, second] = started.desk.team;
  if (first === undefined || second === undefined) throw new Error('The team is too small');
  const author = (await startConsoles(bench, started, [first])).host;
  const observed = (await startConsoles(bench, started, [second])).host;
  return {
    author,
    observed,
    [Symbol.asyncDispose]: async () => {
      await author[Symbol.asyncDispose]();
      await observed[Symbol.asyncDispose]();
    },
  };
}

async function measureRounds(
  bench: Bench,
  { author }: Pair,
  watched: readonly ConsoleHost[],
): Promise<Latency[][]> {
  const tickets = await author.call('queue', { console: 0, limit: queueLength });
  const count = bench.isQuick ? 10 : 50;
  await sendReplies(author, watched, tickets, count / 2);
  const rounds: Latency[][] = [];
  while (rounds.length < bench.pace.rounds) rounds.push(await sendReplies(author, watched, tickets, count));
  return rounds;
}

/** The first of the watched is the one observed. */
async function sendReplies(
  author: ConsoleHost,
  watched: readonly ConsoleHost[],
  tickets: readonly string[],
  count: number,
): Promise<Latency[]> {
  const latencies: Latency[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const messageUid = v7();
    await Promise.all(watched.map((host) => host.call('expect', { messageUid })));
    const ticketUid = tickets[sent % tickets.length] ?? '';
    const text = 'We have asked the bank; the money is on its way and will be with you by Friday.';
    const { startedAt } = await author.call('reply', { console: 0, ticketUid, messageUid, text });
    const [first = 0, ...others] = (await Promise.all(watched.map((host) => host.call('seen', null)))).flat();
    latencies.push({ first: first - startedAt, last: Math.max(first, ...others) - startedAt });
    await pause(pauseMs);
  }
  return latencies;
}

const quantileOf = (round: readonly Latency[], which: keyof Latency, part: number): number =>
  quantile(
    round.map((latency) => latency[which]),
    part,
  );

function toFigures(row: string, rounds: readonly Latency[][], limit: Timings, goals: Goals): Figure[] {
  const of = (part: number): number[] => rounds.map((round) => quantileOf(round, 'first', part));
  const bound = (metric: 'p50' | 'p99') => ({ name: '2 raw commits + round trip', value: limit[metric] });
  return [
    { row, metric: 'p50', unit: 'ms', rounds: of(0.5), limit: bound('p50'), ...withGoal(goals.p50) },
    {
      row,
      metric: 'p99',
      unit: 'ms',
      rounds: of(0.99),
      limit: bound('p99'),
      ...withGoal(goals.p99),
    },
  ];
}

const withGoal = (goal: number | undefined): { goal?: number } => (goal === undefined ? {} : { goal });
