import { expect, it } from 'vitest';
import { ticketRow } from './test-rows.ts';
import { resolutionClock, responseClock, runningClock } from './sla.ts';

const ticket = ticketRow({ created_at: 0, response_due_at: 100, resolution_due_at: 400 });

it.each([
  [10, 'calm'],
  [74, 'calm'],
  [75, 'soon'],
  [101, 'late'],
])('at %i the response is %s', (now, tone) => {
  expect(responseClock(ticket, now)?.tone).toBe(tone);
});

it('stops with the first response', () => {
  expect(responseClock({ ...ticket, first_responded_at: 90 }, 500)).toMatchObject({
    tone: 'met',
    stoppedAt: 90,
  });
  expect(responseClock({ ...ticket, first_responded_at: 110 }, 500)?.tone).toBe('late');
});

it('does not run for tickets that are done', () => {
  expect(responseClock({ ...ticket, status: 'closed' }, 500)).toBeNull();
  expect(resolutionClock({ ...ticket, status: 'closed', closed_at: 300 }, 500)?.tone).toBe('met');
});

it('shows the running clock that ends first', () => {
  expect(runningClock(ticket, 10)?.dueAt).toBe(100);
  expect(runningClock({ ...ticket, first_responded_at: 20 }, 30)?.dueAt).toBe(400);
  expect(runningClock(ticketRow(), 10)).toBeNull();
});
