import type { RandomBytes } from '../model/clock.ts';

const shortestMs = 500;
const longestMs = 30_000;

/**
 * How long to wait before the next try: a random part of a limit that doubles with each failure, so that an office
 * full of consoles does not come back in one moment.
 */
export function reconnectWaitMs(attempt: number, random: RandomBytes): number {
  const limit = Math.min(longestMs, shortestMs * 2 ** Math.min(attempt, 10));
  const part = ((random(2)[0] ?? 0) * 256 + (random(1)[0] ?? 0)) / 65_536;
  return Math.round(shortestMs / 2 + part * (limit - shortestMs / 2));
}
