import { beforeAll, afterAll, expect, test } from 'vitest';
import { departments } from '#shared/model/department.ts';
import { isResolutionBreached, isResponseBreached, respondedAt } from '#shared/model/breach.ts';
import { isOpen } from '#shared/model/status.ts';
import { sources, type TicketRow } from '#shared/model/ticket.ts';
import {
  conditionsBehind,
  figureCalls,
  exportFiguresCall,
  type FigureName,
  type FigureScope,
} from '#shared/protocol/admin/figures.ts';
import { Dice } from '../demo/dice.ts';
import { planOf } from '../testing/plan-of.ts';
import { createTestAdmin, type TestAdmin } from '../testing/test-admin.ts';
import { findTicketById } from '../tickets/ticket.repo.ts';
import { cameQuery, daysQuery, endedQuery, percentilesQuery, ratingsQuery } from './figures.repo.ts';
import { ticketPageQuery } from './ticket-page.repo.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let admin: TestAdmin;
let tickets: (TicketRow & { id: number; rating: number | null })[];
let scope: FigureScope;

/** A ticket's life up to now as dice have it: answered or not, ended or not, in time or late. */
function drawTimes(dice: Dice, created_at: number, now: number) {
  const later = (from: number, most: number): number => from + dice.whole(1, most);
  const upToNow = (at: number): number | null => (at < now ? at : null);
  const first_responded_at = dice.chance(0.7) ? upToNow(later(created_at, 8 * hourMs)) : null;
  const ended = dice.chance(0.6) ? upToNow(later(first_responded_at ?? created_at, 3 * dayMs)) : null;
  const isResolved = dice.chance(0.8);
  const running = dice.pick(['new', 'in_progress', 'waiting_user'] as const);
  return {
    status: ended === null ? running : isResolved ? ('resolved' as const) : ('closed' as const),
    created_at,
    first_responded_at,
    resolved_at: isResolved ? ended : null,
    closed_at: isResolved ? null : ended,
    response_due_at: dice.chance(0.8) ? later(created_at, 6 * hourMs) : null,
    resolution_due_at: dice.chance(0.5) ? later(created_at, 4 * dayMs) : null,
  };
}

beforeAll(async () => {
  admin = await createTestAdmin();
  const { services, clock, createTicket, users } = admin.node;
  const dice = new Dice(7);
  const now = clock.now();
  tickets = [];
  for (let count = 0; count < 120; count += 1) {
    const assigneeId = dice.pick([users.agent.id, users.colleague.id, null]);
    const { id } = await createTicket({
      category: dice.pick(departments),
      source: dice.pick(sources),
      ...(assigneeId === null ? {} : { assigneeId }),
    });
    const times = drawTimes(dice, now - 12 * dayMs + dice.whole(0, 12 * dayMs), now);
    const rating = times.status === 'resolved' && dice.chance(0.5) ? dice.whole(1, 5) : null;
    await services.database.write(async (tx) => {
      await tx.sql.updateTable('ticket').set(times).where('id', '=', id).execute();
      if (rating !== null) {
        const given = { ticket_id: id, user_id: users.customer.id, rating, comment: null };
        await tx.sql
          .insertInto('feedback')
          .values({ ...given, created_at: now - dice.whole(0, 9 * dayMs) })
          .execute();
      }
    });
    const ticket = await findTicketById(services.database.db, id);
    if (ticket !== null) tickets.push({ ...ticket, rating });
  }
  scope = { from: now - 9 * dayMs, before: now - 2 * dayMs, zone: 'Europe/Berlin' };
});
afterAll(() => admin[Symbol.asyncDispose]());

const endOf = ({ resolved_at, closed_at }: TicketRow): number | null => resolved_at ?? closed_at;
const isIn = (at: number | null): boolean => at !== null && at >= scope.from && at < scope.before;

/** By hand, the rank that so many of a hundred reach. */
function percentileOf(lengths: readonly number[], percent: number): number | null {
  return lengths.toSorted((a, b) => a - b)[Math.ceil((percent / 100) * lengths.length) - 1] ?? null;
}

test('every figure is what counting by hand finds', async () => {
  const now = admin.node.clock.now();
  const { backlog, unassigned, figures } = await admin.ask(figureCalls.overview, { query: scope });
  const came = tickets.filter(({ created_at }) => isIn(created_at));
  const ended = tickets.filter((ticket) => isIn(endOf(ticket)));
  const open = tickets.filter(({ status }) => isOpen(status));
  expect([backlog, unassigned]).toEqual([
    open.length,
    open.filter(({ assignee_id }) => assignee_id === null).length,
  ]);
  expect([figures.created, figures.ended]).toEqual([came.length, ended.length]);
  const promised = came.filter(({ response_due_at }) => response_due_at !== null);
  const missed = promised.filter((ticket) => isResponseBreached(ticket, now));
  const met = promised.filter((ticket) => !missed.includes(ticket) && respondedAt(ticket) !== null);
  expect(figures.response_sla).toEqual({
    met: met.length,
    missed: missed.length,
    pending: promised.length - met.length - missed.length,
  });
  const toResolve = came.filter(({ resolution_due_at }) => resolution_due_at !== null);
  expect(figures.resolution_sla.missed).toBe(
    toResolve.filter((ticket) => isResolutionBreached(ticket, now)).length,
  );
  expect(met.length * missed.length * figures.resolution_sla.missed).toBeGreaterThan(0);

  const answers = came.flatMap(({ first_responded_at: at, created_at }) =>
    at === null ? [] : [at - created_at],
  );
  const lengths = ended.map((ticket) => (endOf(ticket) ?? 0) - ticket.created_at);
  expect(figures.first_response).toEqual({
    count: answers.length,
    p50: percentileOf(answers, 50),
    p90: percentileOf(answers, 90),
    p95: percentileOf(answers, 95),
  });
  expect(figures.resolution).toMatchObject({ count: lengths.length, p90: percentileOf(lengths, 90) });
  const { count, mean, by_rating } = figures.rating;
  expect(by_rating.reduce((sum, each) => sum + each, 0)).toBe(count);
  expect(mean).toBeCloseTo(by_rating.reduce((sum, each, index) => sum + each * (index + 1), 0) / count);
});

test('behind every number are the tickets that it counts', async () => {
  const { backlog, unassigned, figures } = await admin.ask(figureCalls.overview, { query: scope });
  const { created, ended, first_response, resolution, response_sla, resolution_sla, rating } = figures;
  const valueByFigure: Record<FigureName, number> = {
    created,
    ended,
    backlog,
    unassigned,
    answered: first_response.count,
    resolved: resolution.count,
    response_met: response_sla.met,
    response_missed: response_sla.missed,
    response_pending: response_sla.pending,
    resolution_met: resolution_sla.met,
    resolution_missed: resolution_sla.missed,
    resolution_pending: resolution_sla.pending,
    rated: rating.count,
  };
  for (const [figure, value] of Object.entries(valueByFigure)) {
    const query = conditionsBehind(figure as FigureName, { from: scope.from, before: scope.before });
    const ids: number[] = [];
    let after: string | undefined;
    do {
      const page = await admin.ask(figureCalls.tickets, {
        query: { ...query, limit: 7, ...(after === undefined ? {} : { after }) },
      });
      expect([figure, page.total]).toEqual([figure, value]);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect([figure, new Set(ids).size, ids.length]).toEqual([figure, value, value]);
  }
  const slowest = {
    ...conditionsBehind('answered', scope),
    zone: undefined,
    response_ms_from: first_response.p90 ?? 0,
  };
  const { total } = await admin.ask(figureCalls.tickets, { query: slowest });
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(Math.ceil(first_response.count / 10) + 1);
});

test('groups add up to the whole, and a part of the desk is its own whole', async () => {
  const whole = await admin.ask(figureCalls.overview, { query: scope });
  for (const by of ['agent', 'category', 'channel'] as const) {
    const { groups } = await admin.ask(figureCalls.groups, { query: { ...scope, by } });
    const sum = (read: (group: (typeof groups)[number]) => number) =>
      groups.reduce((total, group) => total + read(group), 0);
    expect([by, sum(({ figures }) => figures.created)]).toEqual([by, whole.figures.created]);
    expect([by, sum(({ figures }) => figures.ended)]).toEqual([by, whole.figures.ended]);
    expect([by, sum(({ figures }) => figures.response_sla.missed)]).toEqual([
      by,
      whole.figures.response_sla.missed,
    ]);
    expect([by, sum(({ figures }) => figures.rating.count)]).toEqual([by, whole.figures.rating.count]);
  }
  const { groups } = await admin.ask(figureCalls.groups, { query: { ...scope, by: 'agent' } });
  const { users } = admin.node;
  expect(new Map(groups.map(({ key, name }) => [key, name]))).toEqual(
    new Map([
      ['0', null],
      [String(users.agent.id), 'Test agent'],
      [String(users.colleague.id), 'Test colleague'],
    ]),
  );
  const agents = groups.find(({ key }) => key === String(users.agent.id));
  const own = await admin.ask(figureCalls.overview, { query: { ...scope, assignee_id: users.agent.id } });
  expect(own.figures).toEqual(agents?.figures);
});

test('days are those of the time zone, and the backlog at the end of each is what was open then', async () => {
  const { days } = await admin.ask(figureCalls.overview, { query: scope });
  expect(days.at(0)?.at).toBe(scope.from);
  expect(days.at(-1)?.before).toBe(scope.before);
  for (const [index, day] of days.entries()) {
    if (index > 0)
      expect(new Date(day.at).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Berlin' })).toBe('00:00:00');
    const came = tickets.filter(({ created_at }) => created_at >= day.at && created_at < day.before);
    const ended = tickets.filter(
      (ticket) => (endOf(ticket) ?? 0) >= day.at && (endOf(ticket) ?? 0) < day.before,
    );
    const open = tickets.filter(
      (ticket) => ticket.created_at < day.before && (endOf(ticket) ?? Infinity) >= day.before,
    );
    expect([index, day.created, day.ended, day.backlog]).toEqual([
      index,
      came.length,
      ended.length,
      open.length,
    ]);
  }
});

test('the export has a line for each day and each of a group, and takes no formula for one', async () => {
  const { services, users } = admin.node;
  const params = new URLSearchParams({
    from: String(scope.from),
    before: String(scope.before),
    zone: scope.zone,
  });
  const days = await admin.get(`${exportFiguresCall.path}?${params.toString()}&table=days`);
  expect(days).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
  expect(days.text.trim().split('\r\n')).toHaveLength(9);
  await services.users.update(users.superAdmin, users.agent.id, { fullName: '=1+1' });
  const agents = await admin.get(`${exportFiguresCall.path}?${params.toString()}&table=agent`);
  expect(agents.text).toMatch(/^\uFEFFagent,created,ended,first_response_minutes_p50,/);
  expect(agents.text).toContain("'=1+1");
});

test.each([
  [{ before: 0 }, 'The span ends before it begins'],
  [{ from: 1 }, 'A span has at most 366 days'],
  [{ zone: 'Mars/Olympus' }, "There is no time zone 'Mars/Olympus'"],
  [{ zone: '+02:00' }, "There is no time zone '+02:00'"],
])('a span that makes no sense is refused: %j', async (odd, message) => {
  const refused = await admin.refuse(figureCalls.overview, { query: { ...scope, ...odd } });
  expect(refused).toMatchObject({ status: 400, error: { message } });
});

test('figures are read from indexes alone, and pages in their order', () => {
  const { db } = admin.node.services.database;
  const steps = (query: { compile: () => { sql: string; parameters: readonly unknown[] } }) =>
    planOf(admin.node, query.compile());
  const part = { from: 1, before: 2, zone: 'UTC' };
  expect(steps(cameQuery(db, part, null, 9))[0]).toMatch(
    /SEARCH ticket USING COVERING INDEX ticket_came \(created_at>\? AND created_at<\?\)/,
  );
  expect(steps(cameQuery(db, part, 'agent', 9))[0]).toContain('USING COVERING INDEX ticket_came');
  expect(steps(endedQuery(db, part, 'category', 9))[0]).toContain('USING COVERING INDEX ticket_ended');
  expect(steps(percentilesQuery(db, 'response', part, 'channel', 9)).join('\n')).toContain(
    'USING COVERING INDEX ticket_came',
  );
  expect(steps(percentilesQuery(db, 'resolution', part, null, 9)).join('\n')).toContain(
    'USING COVERING INDEX ticket_ended',
  );
  expect(steps(ratingsQuery(db, part, null, 9))[0]).toContain('USING COVERING INDEX feedback_created');
  const days = planOf(admin.node, daysQuery([{ from: 1, before: 2 }], {}, 9).compile(db as never)).join('\n');
  expect(days).toMatch(/COVERING INDEX ticket_came \(created_at>\? AND created_at<\?\)/);
  expect(days).toMatch(/COVERING INDEX ticket_ended \(<expr>>\? AND <expr><\?\)/);
  const page = { after: { at: 5, id: 5 }, limit: 50 };
  const byEnd = steps(ticketPageQuery(db, { ended_from: 1, ended_before: 2 }, page, 9));
  expect(byEnd[0]).toContain('ticket_ended');
  const byCreation = steps(ticketPageQuery(db, { created_from: 1, created_before: 2 }, page, 9));
  expect(byCreation[0]).toMatch(/ticket_c(ame|reated)/);
});
