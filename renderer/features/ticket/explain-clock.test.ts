import { expect, it } from 'vitest';
import { ticketSlaCall, type ExplainedClock } from '../../store/ticket-sla-call.ts';
import { explainClock } from './explain-clock.ts';

const clock = (fields: Partial<ExplainedClock>): ExplainedClock => ({
  state: 'running',
  due_at: null,
  is_manual: false,
  elapsed_minutes: 30,
  target_minutes: 90,
  steps: [],
  pauses: [],
  ...fields,
});
const friday = { day: '2026-11-27', from: '16:30', to: '17:00', minutes: 30 };

it('tells what was promised, which hours count, and what is left', () => {
  const monday = { day: '2026-11-30', from: '09:00', to: '10:00', minutes: 60 };
  const lines = explainClock(clock({ steps: [friday, monday] }));
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('1h 30m');
  expect(lines[1]).toMatch(/Fri.*16:30.*17:00.*30m/);
  expect(lines[2]).toMatch(/Mon.*09:00.*10:00/);
  expect(lines[3]).toContain('1h 00m');
});

it('names what a clock stands still for, and since when', () => {
  const pauses = [{ status: 'waiting_user' as const, from: Date.UTC(2026, 10, 27, 16, 45), to: null }];
  const lines = explainClock(clock({ state: 'paused', elapsed_minutes: 120, pauses }));
  expect(lines.find((line) => line.includes('Waiting on customer'))).toBeDefined();
  expect(lines.at(-1)).toContain('over');
});

it('sums the middle of a long story up, and says no more of what was set by hand', () => {
  const steps = Array.from({ length: 20 }, () => friday);
  expect(
    explainClock(clock({ steps, state: 'met' })).filter((line) => line.includes('14 more')),
  ).toHaveLength(1);
  expect(explainClock(clock({ is_manual: true, due_at: Date.UTC(2026, 10, 27, 16, 45) }))).toHaveLength(2);
  expect(explainClock(clock({ target_minutes: null }))).toHaveLength(1);
});

it('reads times as the API writes them, in UTC without a letter', () => {
  const written = {
    state: 'running',
    due_at: '2026-11-27T16:45:00',
    is_manual: false,
    elapsed_minutes: 1,
    target_minutes: 30,
    steps: [],
    pauses: [],
  };
  const data = { policy: null, time_zone: 'UTC', first_response: written, resolution: written };
  const { resolution } = ticketSlaCall.answer.parse({ success: true, data });
  expect(resolution.due_at).toBe(Date.UTC(2026, 10, 27, 16, 45));
});
