import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statuses, type Status } from '../status.ts';
import {
  explainResolution,
  explainResponse,
  firstResponseDueAt,
  pausesOf,
  resolutionDueAt,
  type StatusMove,
} from './sla-clock.ts';
import { documentedSlaRules, slaRulesSchema, type SlaRules } from './sla-rules.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const at = (text: string): number => Date.parse(`${text}:00Z`);

const office = [{ from: 9 * 60, to: 17 * 60 }];
const rules: SlaRules = {
  ...documentedSlaRules,
  calendar: { time_zone: 'UTC', week: [office, office, office, office, office, [], []], holidays: [] },
  targets: {
    ...documentedSlaRules.targets,
    high: { response_minutes: 60, resolution_minutes: 8 * 60 },
  },
  pauses_on: ['waiting_user'],
};

const friday = at('2026-11-27T16:30');
const moved = (...moves: [string, Status][]): StatusMove[] =>
  moves.map(([text, to]) => ({ at: at(text), to }));
const ticket = (...moves: [string, Status][]) => ({
  created_at: friday,
  priority: 'high' as const,
  moves: moved(...moves),
});

describe('due', () => {
  test('created on Friday at 16:30, an hour of work is over on Monday at 09:30', () => {
    expect(firstResponseDueAt(rules, ticket())).toBe(at('2026-11-30T09:30'));
    expect(resolutionDueAt(rules, ticket())).toBe(at('2026-11-30T16:30'));
  });

  test('without a policy it is as documented, round the clock', () => {
    expect(firstResponseDueAt(documentedSlaRules, ticket())).toBe(friday + 30 * minuteMs);
    const low = { ...ticket(), priority: 'low' as const };
    expect(firstResponseDueAt(documentedSlaRules, low)).toBe(friday + 24 * hourMs);
    expect(resolutionDueAt(documentedSlaRules, ticket())).toBeNull();
  });

  test('while the customer is waited for, it is not due; afterwards by as much later as was work', () => {
    const waiting = ticket(['2026-11-30T10:00', 'waiting_user']);
    expect(resolutionDueAt(rules, waiting)).toBeNull();
    const goesOn = ticket(['2026-11-30T10:00', 'waiting_user'], ['2026-12-01T11:00', 'in_progress']);
    // Seven hours of Monday and two of Tuesday were paused.
    expect(resolutionDueAt(rules, goesOn)).toBe(at('2026-12-02T09:30'));
  });

  test('a ticket that was done keeps its due time, and gets time added when it is opened again', () => {
    expect(resolutionDueAt(rules, ticket(['2026-11-30T10:00', 'resolved']))).toBe(at('2026-11-30T16:30'));
    const again = ticket(['2026-11-30T10:00', 'resolved'], ['2026-11-30T12:00', 'opened']);
    expect(resolutionDueAt(rules, again)).toBe(at('2026-12-01T10:30'));
  });

  test('a status that does not pause changes nothing', () => {
    const held = ticket(['2026-11-30T10:00', 'on_hold'], ['2026-11-30T12:00', 'in_progress']);
    expect(resolutionDueAt(rules, held)).toBe(at('2026-11-30T16:30'));
    expect(pausesOf(held, rules)).toEqual([]);
  });
});

describe('explained', () => {
  const now = at('2026-11-30T10:00');

  test('day by day', () => {
    const report = explainResponse(rules, ticket(), { now, doneAt: null });
    expect(report.spans).toEqual([
      { day: '2026-11-27', from: friday, to: at('2026-11-27T17:00') },
      { day: '2026-11-30', from: at('2026-11-30T09:00'), to: at('2026-11-30T09:30') },
    ]);
    expect([report.targetMinutes, report.dueAt, report.elapsedMs]).toEqual([
      60,
      at('2026-11-30T09:30'),
      1.5 * hourMs,
    ]);
    expect(explainResponse(rules, ticket(), { now, doneAt: friday + minuteMs }).elapsedMs).toBe(minuteMs);
  });

  test('with what was left out, and up to where it stands still', () => {
    const report = explainResolution(rules, ticket(['2026-11-30T09:30', 'waiting_user']), {
      now,
      doneAt: null,
    });
    expect(report).toMatchObject({ dueAt: null, elapsedMs: hourMs, targetMinutes: 480 });
    expect(report?.pauses).toEqual([{ status: 'waiting_user', from: at('2026-11-30T09:30'), to: null }]);
    expect(report?.spans.at(-1)?.to).toBe(at('2026-11-30T09:30'));
    expect(explainResolution(documentedSlaRules, ticket(), { now, doneAt: null })).toBeNull();
  });
});

test('the explanation ends where the clock says, whatever happened', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...statuses)), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(steps, (list) => {
      let moment = friday;
      const moves = list.map(([hours, to]) => ({ at: (moment += hours * hourMs), to }));
      const subject = { created_at: friday, priority: 'high' as const, moves };
      const report = explainResolution(rules, subject, { now: moment, doneAt: null });
      expect(report?.dueAt).toBe(resolutionDueAt(rules, subject));
      if (report?.dueAt === null) return;
      const sum = report?.spans.reduce((total, { from, to }) => total + to - from, 0);
      expect(sum).toBe(8 * hourMs);
      expect(report?.dueAt).toBeGreaterThanOrEqual(resolutionDueAt(rules, ticket()) ?? 0);
    }),
  );
});

test.each([
  [{ targets: { ...rules.targets, low: { response_minutes: 0, resolution_minutes: null } } }],
  [{ targets: { ...rules.targets, low: { response_minutes: 10, resolution_minutes: 5 } } }],
  [{ targets: { high: rules.targets.high } }],
  [{ pauses_on: ['closed'] }],
  [{ categories: [] }],
])('are no rules: %j', (wrong) => {
  expect(slaRulesSchema.safeParse(rules).success).toBe(true);
  expect(slaRulesSchema.safeParse({ ...rules, ...wrong }).success).toBe(false);
});
