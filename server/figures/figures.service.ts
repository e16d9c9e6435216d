import type { Clock } from '#shared/model/clock.ts';
import {
  maxDays,
  type FigureDay,
  type FigureScope,
  type Figures,
  type Grouping,
  type Percentiles,
  type TicketConditions,
} from '#shared/protocol/admin/figures.ts';
import { findNames } from '../assignment/assignment-history.repo.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import { daysOf } from './days.ts';
import {
  cameQuery,
  countDays,
  countMatching,
  endedQuery,
  percentilesQuery,
  ratingsQuery,
  type By,
} from './figures.repo.ts';
import { listMatching, type PagePlace } from './ticket-page.repo.ts';

export interface Overview {
  backlog: number;
  unassigned: number;
  figures: Figures;
  days: FigureDay[];
}

export interface FigureGroup {
  key: string;
  name: string | null;
  figures: Figures;
}

const ratings = [1, 2, 3, 4, 5] as const;
const noPercentiles: Percentiles = { count: 0, p50: null, p90: null, p95: null };

/** How the desk does, in numbers: for admins, which the caller has checked. Each number says what it counts where it is
 * made (figures.repo.ts), and `conditionsBehind` of the protocol finds the tickets that it counts. */
export class FiguresService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  overview(scope: FigureScope): Promise<Overview> {
    const now = this.#clock.now();
    return this.#database.readAtOnce(async (db) => {
      const { from: _from, before: _before, zone: _zone, ...part } = scope;
      const backlog = await countMatching(db, { ...part, is_open: 'yes' }, now);
      const nobodys = { ...part, is_open: 'yes', assignee_id: 0 } as const;
      return {
        backlog,
        unassigned: part.assignee_id === undefined ? await countMatching(db, nobodys, now) : 0,
        figures: (await readFigures(db, scope, null, now)).get('') ?? emptyFigures(),
        days: await readDays(db, scope, backlog, now),
      };
    });
  }

  /** The busiest first. */
  groups(scope: FigureScope, by: Grouping): Promise<FigureGroup[]> {
    return this.#database.readAtOnce(async (db) => {
      const figuresByKey = await readFigures(db, scope, by, this.#clock.now());
      const nameById = by === 'agent' ? await findNames(db, [...figuresByKey.keys()].map(Number)) : null;
      return [...figuresByKey]
        .map(([key, figures]) => ({ key, name: nameById?.get(Number(key)) ?? null, figures }))
        .toSorted((a, b) => b.figures.created + b.figures.ended - (a.figures.created + a.figures.ended));
    });
  }

  /** The tickets that a figure counts, and how many they are. */
  tickets(conditions: TicketConditions, page: { after: PagePlace | null; limit: number }) {
    const now = this.#clock.now();
    return this.#database.readAtOnce(async (db) => ({
      tickets: await listMatching(db, conditions, page, now),
      total: await countMatching(db, conditions, now),
    }));
  }
}

function emptyFigures(): Figures {
  return {
    created: 0,
    ended: 0,
    first_response: noPercentiles,
    resolution: noPercentiles,
    response_sla: { met: 0, missed: 0, pending: 0 },
    resolution_sla: { met: 0, missed: 0, pending: 0 },
    rating: { count: 0, mean: null, by_rating: [0, 0, 0, 0, 0] },
  };
}

/** By key: an agent's id, a category, a channel, or nothing for all together. */
async function readFigures(db: Db, scope: FigureScope, by: By, now: number): Promise<Map<string, Figures>> {
  const figuresByKey = new Map<string, Figures>();
  const of = (key: string): Figures => {
    const known = figuresByKey.get(key) ?? emptyFigures();
    figuresByKey.set(key, known);
    return known;
  };
  for (const row of await cameQuery(db, scope, by, now).execute()) {
    Object.assign(of(row.key), {
      created: row.created,
      response_sla: { met: row.response_met, missed: row.response_missed, pending: row.response_pending },
      resolution_sla: {
        met: row.resolution_met,
        missed: row.resolution_missed,
        pending: row.resolution_pending,
      },
    });
  }
  for (const { key, ended } of await endedQuery(db, scope, by, now).execute()) of(key).ended = ended;
  for (const { key, ...row } of await percentilesQuery(db, 'response', scope, by, now).execute())
    of(key).first_response = row;
  for (const { key, ...row } of await percentilesQuery(db, 'resolution', scope, by, now).execute())
    of(key).resolution = row;
  const rated = Map.groupBy(await ratingsQuery(db, scope, by, now).execute(), ({ key }) => key);
  for (const [key, rows] of rated) of(key).rating = summariseRatings(rows);
  return figuresByKey;
}

function summariseRatings(rows: readonly { rating: number; count: number }[]): Figures['rating'] {
  const by_rating = ratings.map((rating) =>
    rows.reduce((sum, row) => sum + (row.rating === rating ? row.count : 0), 0),
  );
  const count = by_rating.reduce((sum, each) => sum + each, 0);
  const stars = by_rating.reduce((sum, each, index) => sum + each * (index + 1), 0);
  return { count, mean: count === 0 ? null : stars / count, by_rating };
}

/**
 * What came and ended on each day, and what was open at its end: counted backwards from what is open now. A ticket that
 * was reopened counts as open since it came.
 */
async function readDays(db: Db, scope: FigureScope, backlog: number, now: number): Promise<FigureDay[]> {
  const { from, before, zone, ...part } = scope;
  const days = daysOf({ from, before: Math.min(before, now) }, zone, maxDays);
  if (days.length === 0) return [];
  // What happened after the span is counted, too: it stands between its end and now.
  const counted = await countDays(db, [...days, { from: Math.min(before, now), before: now + 1 }], part, now);
  const after = counted.at(-1);
  let open = backlog - (after?.created ?? 0) + (after?.ended ?? 0);
  const result: FigureDay[] = [];
  for (const day of counted.slice(0, -1).toReversed()) {
    result.unshift({
      at: day.from_at,
      before: day.before_at,
      created: day.created,
      ended: day.ended,
      backlog: open,
    });
    open += day.ended - day.created;
  }
  return result;
}
