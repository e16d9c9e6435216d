import {
  exportFiguresCall,
  figureCalls,
  maxDays,
  type FigureScope,
  type Figures,
} from '#shared/protocol/admin/figures.ts';
import { isTimeZone } from '#shared/model/sla/zoned-time.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { PagePlace } from '../../../figures/ticket-page.repo.ts';
import { csvOf, type CsvCell } from '../../../http/csv.ts';
import { addCall, addFile, type AdminContext, type AdminRoutes } from './admin-routes.ts';

const dayMs = 24 * 3_600_000;

/** @throws DeskError when the span is none, is too long, or its time zone does not exist */
function checkScope<Scope extends FigureScope>(scope: Scope): Scope {
  if (scope.before <= scope.from) throw new DeskError('invalid', 'The span ends before it begins');
  if (scope.before - scope.from > (maxDays + 1) * dayMs)
    throw new DeskError('invalid', `A span has at most ${maxDays} days`);
  if (!isTimeZone(scope.zone)) throw new DeskError('invalid', `There is no time zone '${scope.zone}'`);
  return scope;
}

function readPlace(text: string | undefined): PagePlace | null {
  if (text === undefined) return null;
  const [at = 0, id = 0] = text.split('_').map(Number);
  return { at, id };
}

/** How the desk does, the tickets behind each number, and all of it as CSV. */
export const figureRoutes: AdminRoutes = (app, context) => {
  const { figures } = context.services;

  addCall(app, context, figureCalls.overview, ({ query }) => figures.overview(checkScope(query)));

  addCall(app, context, figureCalls.groups, async ({ query: { by, ...scope } }) => ({
    groups: await figures.groups(checkScope(scope), by),
  }));

  addCall(app, context, figureCalls.tickets, async ({ query: { after, limit, ...conditions } }) => {
    const { tickets, total } = await figures.tickets(conditions, { after: readPlace(after), limit });
    const last = tickets.at(-1);
    const isFull = tickets.length === limit && last !== undefined;
    return {
      items: tickets.map(({ at: _, ...ticket }) => ticket),
      next: isFull ? `${last.at}_${last.id}` : null,
      total,
    };
  });

  addExport(app, context);
};

const addExport: AdminRoutes = (app, context) => {
  addFile(app, context, exportFiguresCall, async ({ query: { table, ...scope } }) => {
    const rows = await readTable(context, checkScope(scope), table);
    return {
      name: `waypost-${table}.csv`,
      type: 'text/csv; charset=utf-8',
      body: csvOf(oneStretch(rows), (row) => row),
    };
  });
};

type Line = Record<string, CsvCell>;

async function readTable(
  { services: { figures } }: AdminContext,
  scope: FigureScope,
  table: 'days' | 'agent' | 'category' | 'channel',
): Promise<Line[]> {
  if (table !== 'days') {
    const groups = await figures.groups(scope, table);
    return groups.map(({ key, name, figures: own }) => ({ [table]: name ?? key, ...lineOf(own) }));
  }
  const { days } = await figures.overview(scope);
  return days.map(({ at, created, ended, backlog }) => ({
    day: new Date(at).toLocaleDateString('sv-SE', { timeZone: scope.zone }),
    created,
    ended,
    backlog,
  }));
}

const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 6_000) / 10);

function lineOf({
  created,
  ended,
  first_response,
  resolution,
  response_sla,
  resolution_sla,
  rating,
}: Figures): Line {
  return {
    created,
    ended,
    first_response_minutes_p50: minutes(first_response.p50),
    first_response_minutes_p90: minutes(first_response.p90),
    first_response_minutes_p95: minutes(first_response.p95),
    resolution_minutes_p50: minutes(resolution.p50),
    resolution_minutes_p90: minutes(resolution.p90),
    resolution_minutes_p95: minutes(resolution.p95),
    response_sla_met: response_sla.met,
    response_sla_missed: response_sla.missed,
    response_sla_pending: response_sla.pending,
    resolution_sla_met: resolution_sla.met,
    resolution_sla_missed: resolution_sla.missed,
    resolution_sla_pending: resolution_sla.pending,
    ratings: rating.count,
    mean_rating: rating.mean === null ? null : Math.round(rating.mean * 100) / 100,
  };
}

async function* oneStretch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
