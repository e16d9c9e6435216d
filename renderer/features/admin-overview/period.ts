import type { FigureScope } from '#shared/protocol/admin/figures.ts';
import { departments } from '#shared/model/department.ts';
import { sources } from '#shared/model/ticket.ts';

export const periods = ['7', '30', '90', '365'] as const;
export type PeriodDays = (typeof periods)[number];

/** What a dashboard looks at, as its address says it: so that it can be sent to a colleague. */
export type ScopeParams = Readonly<Record<string, string>>;

const dayMs = 24 * 3_600_000;

export function periodOf({ days }: ScopeParams): PeriodDays {
  return periods.find((each) => each === days) ?? '30';
}

/** The midnight with which a span of whole days up to today begins; a day of 23 or 25 hours moves nothing. */
function firstMidnight(now: number, days: number): number {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  midnight.setDate(midnight.getDate() - days + 1);
  return midnight.getTime();
}

/** The end of the minute: figures of a span that ends now change, but not with every blink. */
const endOfMinute = (now: number): number => Math.ceil((now + 1) / 60_000) * 60_000;

/** The scope of an address at `now` (ms UTC) in the reader's own time zone. */
export function scopeOf(params: ScopeParams, now: number, zone: string): FigureScope {
  const category = departments.find((each) => each === params['category']);
  const source = sources.find((each) => each === params['source']);
  const assignee = params['assignee_id'];
  return {
    from: firstMidnight(now, Number(periodOf(params))),
    before: endOfMinute(now),
    zone,
    ...(category === undefined ? {} : { category }),
    ...(source === undefined ? {} : { source }),
    ...(assignee !== undefined && /^\d+$/.test(assignee) ? { assignee_id: Number(assignee) } : {}),
  };
}

/** The span of the same length before, to compare with. */
export function scopeBefore(scope: FigureScope): FigureScope {
  const days = Math.ceil((scope.before - scope.from) / dayMs);
  return { ...scope, from: firstMidnight(scope.from - dayMs, days), before: scope.from };
}
