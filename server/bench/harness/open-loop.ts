import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Load } from './load.ts';
import { summarise, type Timings } from './statistics.ts';

export interface OpenLoad extends Omit<Load, 'connections'> {
  /** Requests per second, whether the ones before were answered or not. */
  readonly rate: number;
}

/** Longest step from one look at the clock to the next. */
const tickMs = 1;
const timeoutMs = 30_000;

/**
 * Sends requests at a steady rate, as people do, who do not wait for each other. A time counts from when its request was
 * due: what a slow answer holds up counts as slow, too, where a closed loop would send less.
 *
 * @throws when any is not answered with a success
 */
export async function runOpenLoop(load: OpenLoad, durationMs: number): Promise<Timings> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const amount = Math.max(1, Math.round((load.rate * durationMs) / 1000));
  const durations: number[] = [];
  const failures: unknown[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  try {
    for (let index = 0; index < amount; index += 1) {
      const dueAt = startedAt + (index * 1000) / load.rate;
      while (performance.now() < dueAt) await wait(Math.min(tickMs, dueAt - performance.now()));
      underWay.push(
        send(load, index, agent).then(
          () => void durations.push(performance.now() - dueAt),
          (error: unknown) => void failures.push(error),
        ),
      );
    }
    await Promise.all(underWay);
  } finally {
    agent.destroy();
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} of ${amount} requests failed`, { cause: failures[0] });
  }
  return summarise(durations, performance.now() - startedAt);
}

/** @throws when it is not answered, or not with a success */
function send({ url, token, requests }: OpenLoad, index: number, agent: Agent): Promise<void> {
  const next = requests[index % requests.length];
  if (next === undefined) throw new Error('There is nothing to send');
  const { method, path, body } = next;
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      `${url}${path}`,
      {
        method,
        agent,
        timeout: timeoutMs,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.resume();
        response.on('error', reject);
        response.on('end', () =>
          status < 300 ? resolve() : reject(new Error(`${method} ${path} was answered ${status}`)),
        );
      },
    );
    call.on('timeout', () => call.destroy(new Error(`${method} ${path} was not answered`)));
    call.on('error', reject);
    call.end(body);
  });
}
