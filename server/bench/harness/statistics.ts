/** The value below which this part (0 to 1) of the values lies; the nearest rank, nothing made up in between. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1));
  const value = sorted[index];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How long single operations took, ms, and how many ran per second. */
export interface Timings {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export function summarise(durationsMs: readonly number[], elapsedMs: number): Timings {
  return {
    perSecond: (durationsMs.length * 1000) / elapsedMs,
    p50: quantile(durationsMs, 0.5),
    p99: quantile(durationsMs, 0.99),
  };
}

/** Ms on the system's monotonic clock, which every process of this computer shares. */
export const sharedNowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Runs synchronous work again and again for a while, after a warm-up that is not counted. */
export function timeRepeatedly(
  work: () => void,
  { warmUpMs, durationMs }: { warmUpMs: number; durationMs: number },
): Timings {
  const warmUntil = performance.now() + warmUpMs;
  while (performance.now() < warmUntil) work();
  const durations: number[] = [];
  const startedAt = performance.now();
  let before = startedAt;
  while (before - startedAt < durationMs) {
    work();
    const after = performance.now();
    durations.push(after - before);
    before = after;
  }
  return summarise(durations, before - startedAt);
}
