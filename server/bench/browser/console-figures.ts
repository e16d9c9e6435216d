import type { Figure } from '../harness/figure.ts';
import { quantile } from '../harness/statistics.ts';
import type { Scrolled } from './page-probe.ts';

/** What was measured, ms from the key to the screen. */
export interface ConsoleTimes {
  readonly moves: readonly number[];
  readonly opens: readonly number[];
  readonly views: readonly number[];
  readonly changes: readonly number[];
  readonly searches: readonly number[];
  readonly scroll: Scrolled;
  /** From the start of loading: until there are tickets, and the same of an empty page. */
  readonly starts: { readonly inbox: readonly number[]; readonly empty: readonly number[] };
}

/** The same on a page that does nothing. */
export interface EmptyPage {
  readonly keys: readonly number[];
  readonly scroll: Scrolled;
}

/** DESIGN.md section 7; a screen of 60 frames a second shows a little less than that. */
const goals = { keyMs: 50, startMs: 1_000, framesPerSecond: 59 };

const framesPerSecond = ({ frames, elapsedMs }: Scrolled): number => (frames * 1000) / elapsedMs;

function keyFigures(row: string, times: readonly number[], empty: readonly number[]): Figure[] {
  return [
    { metric: 'p50', part: 0.5 },
    { metric: 'p95', part: 0.95, goal: goals.keyMs },
  ].map(({ metric, part, goal }) => ({
    row,
    metric,
    unit: 'ms',
    rounds: [quantile(times, part)],
    limit: { name: 'empty page', value: quantile(empty, part) },
    ...(goal === undefined ? {} : { goal }),
  }));
}

/** The rows of a console with so many tickets, each beside the empty page. */
export function consoleFigures(
  ticketCount: number,
  { times, limits }: { times: ConsoleTimes; limits: EmptyPage },
): Figure[] {
  const of = (what: string): string => `${what}, ${ticketCount.toLocaleString('en-US')} tickets`;
  const { scroll, starts } = times;
  return [
    ...keyFigures(of('key to paint: j, k'), times.moves, limits.keys),
    ...keyFigures(of('key to paint: open a ticket'), times.opens, limits.keys),
    ...keyFigures(of('key to paint: change its status'), times.changes, limits.keys),
    ...keyFigures(of('key to paint: switch the view'), times.views, limits.keys),
    ...keyFigures(of('key to paint: search'), times.searches, limits.keys),
    {
      row: of('scrolling'),
      metric: 'frames',
      unit: 'frames/s',
      rounds: [framesPerSecond(scroll)],
      limit: { name: 'empty page', value: framesPerSecond(limits.scroll) },
      goal: goals.framesPerSecond,
    },
    {
      row: of('scrolling'),
      metric: 'dropped',
      unit: 'frames',
      // None is what an empty page drops, which nothing is a multiple of.
      rounds: [scroll.dropped],
    },
    {
      row: of('warm start'),
      metric: 'usable inbox',
      unit: 'ms',
      rounds: starts.inbox,
      limit: { name: 'empty page', value: quantile(starts.empty, 0.5) },
      goal: goals.startMs,
    },
  ];
}
