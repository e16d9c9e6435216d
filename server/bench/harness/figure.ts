import { median, type Timings } from './statistics.ts';

export type Unit = 'ms' | 'req/s' | 'rows/s' | 'frames/s' | 'frames' | '%' | 'bytes' | 'round trips';

/** One measured number, one value per round. */
export interface Figure {
  /** What was done, such as "list of 50, 1 connection". */
  readonly row: string;
  readonly metric: string;
  readonly unit: Unit;
  readonly rounds: readonly number[];
  /** What this machine can do at best, measured in the same run. */
  readonly limit?: Limit;
  /** The value to reach (DESIGN.md section 7, and the issues). */
  readonly goal?: number;
}

export interface Limit {
  readonly name: string;
  readonly value: number;
}

/** The more the better. */
const isRate = ({ unit }: Pick<Figure, 'unit'>): boolean =>
  unit === 'req/s' || unit === 'rows/s' || unit === 'frames/s' || unit === '%';

export interface Summary {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** How many times the limit takes: 1 is as good as can be. Null without a limit. */
  readonly timesLimit: number | null;
  /** Null without a goal. */
  readonly isReached: boolean | null;
}

export function summariseFigure(figure: Figure): Summary {
  const middle = median(figure.rounds);
  const { limit, goal } = figure;
  const ratio = limit === undefined ? null : isRate(figure) ? limit.value / middle : middle / limit.value;
  return {
    median: middle,
    lowest: Math.min(...figure.rounds),
    highest: Math.max(...figure.rounds),
    timesLimit: ratio,
    isReached: goal === undefined ? null : isRate(figure) ? middle >= goal : middle <= goal,
  };
}

interface TimingGoals {
  readonly p50?: number;
  readonly p99?: number;
}

/** The three figures that every kind of operation has. */
export function timingFigures(
  row: string,
  rounds: readonly Timings[],
  limit: { name: string; timings: Timings },
  goals: TimingGoals = {},
): Figure[] {
  const of = (metric: keyof Timings, label: string, unit: Unit, goal: number | undefined): Figure => ({
    row,
    metric: label,
    unit,
    rounds: rounds.map((round) => round[metric]),
    limit: { name: limit.name, value: limit.timings[metric] },
    ...(goal === undefined ? {} : { goal }),
  });
  return [
    of('perSecond', 'rate', 'req/s', undefined),
    of('p50', 'p50', 'ms', goals.p50),
    of('p99', 'p99', 'ms', goals.p99),
  ];
}
