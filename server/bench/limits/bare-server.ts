import { startChild } from '../harness/child-process.ts';
import { runRounds, type Load } from '../harness/load.ts';
import { runOpenLoop, type OpenLoad } from '../harness/open-loop.ts';
import { median, type Timings } from '../harness/statistics.ts';
import type { BareServerCalls } from './bare-server-calls.ts';
import { timeRoundTrips } from './loopback.ts';

/** The least a node could do, in a process of its own. */
export interface BareServer extends AsyncDisposable {
  /** The same load on routes that answer the same bytes. */
  timeLoad: (load: Load, pace: { warmUpMs: number; roundMs: number; rounds: number }) => Promise<Timings>;
  /** The same at a steady rate. */
  timeOpenLoop: (load: OpenLoad, durationMs: number) => Promise<Timings>;
  timeRoundTrips: (count: number) => Promise<Timings>;
}

export async function startBareServer(): Promise<BareServer> {
  const child = startChild<BareServerCalls>('bare-server.ts');
  const ports = await child.call('ports', null);
  const url = `http://127.0.0.1:${ports.http}`;
  const copyAnswers = async (load: OpenLoad | Load): Promise<void> => {
    for (const { path } of load.requests) {
      const answer = await fetch(`${load.url}${path}`, {
        headers: { authorization: `Bearer ${load.token}` },
      });
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
      await child.call('answer', { path, body: await answer.text() });
    }
  };
  return {
    timeLoad: async (load, pace) => {
      await copyAnswers(load);
      const rounds = await runRounds({ ...load, url }, pace);
      const of = (metric: keyof Timings): number => median(rounds.map((round) => round[metric]));
      return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') };
    },
    timeOpenLoop: async (load, durationMs) => {
      await copyAnswers(load);
      return runOpenLoop({ ...load, url }, durationMs);
    },
    timeRoundTrips: (count) => timeRoundTrips(ports.echo, count),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
