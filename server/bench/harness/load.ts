import autocannon from 'autocannon';
import { summarise, type Timings } from './statistics.ts';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

export interface Load {
  readonly url: string;
  readonly token: string;
  readonly connections: number;
  /** Sent in turn by every connection. */
  readonly requests: readonly LoadRequest[];
}

const sampleMs = 20;
const timeoutSeconds = 30;
/** Requests of each connection in a round, however slow the node is. */
const fewestEach = 5;

/**
 * Sends so many requests, each connection its next one when it has the answer, until all are answered. Times are taken
 * from every single response: the tool's own histogram knows whole milliseconds only.
 */
async function send(load: Load, amount: number): Promise<Timings> {
  const durations: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const instance = autocannon(
    {
      url: load.url,
      connections: load.connections,
      amount,
      timeout: timeoutSeconds,
      sampleInt: sampleMs,
      headers: { authorization: `Bearer ${load.token}`, 'content-type': 'application/json' },
      requests: load.requests.map((request) => ({ ...request })),
    },
    (error: unknown, result) =>
      error === null ? resolve(result) : reject(new Error('The load failed', { cause: error })),
  );
  let firstAt = 0;
  let lastAt = 0;
  instance.on('response', (_client, _status, _bytes, responseMs) => {
    lastAt = performance.now();
    if (firstAt === 0) firstAt = lastAt - responseMs;
    durations.push(responseMs);
  });
  const { errors, timeouts, non2xx, statusCodeStats } = await promise;
  if (errors + timeouts + non2xx > 0) {
    const [{ method, path } = { method: '', path: '' }] = load.requests;
    throw new Error(`${method} ${path} went wrong: ${JSON.stringify({ errors, timeouts, statusCodeStats })}`);
  }
  return summarise(durations, lastAt - firstAt);
}

/** Warms up, which tells how many requests fill a round, then measures several rounds. */
export async function runRounds(
  load: Load,
  { warmUpMs, roundMs, rounds }: { warmUpMs: number; roundMs: number; rounds: number },
): Promise<Timings[]> {
  const fewest = load.connections * fewestEach;
  const amountFor = (ms: number, { perSecond }: Timings): number =>
    Math.max(fewest, Math.round((perSecond * ms) / 1000));
  const first = await send(load, fewest);
  const amount = amountFor(roundMs, await send(load, amountFor(warmUpMs, first)));
  const measured: Timings[] = [];
  while (measured.length < rounds) measured.push(await send(load, amount));
  return measured;
}
