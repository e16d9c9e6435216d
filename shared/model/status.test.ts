import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canonicalTransitions,
  isOpen,
  moveStatus,
  statuses,
  type Status,
  type StatusTimes,
} from './status.ts';

const fresh: StatusTimes = {
  status: 'new',
  opened_at: null,
  started_at: null,
  resolved_at: null,
  closed_at: null,
};

/** Any walk along legal moves, one second apart. */
const walk = fc.array(fc.nat({ max: 20 }), { maxLength: 30 }).map((choices) => {
  const path: StatusTimes[] = [fresh];
  for (const [step, choice] of choices.entries()) {
    const current = path.at(-1) ?? fresh;
    const legal = canonicalTransitions[current.status];
    const to = legal[choice % legal.length];
    if (to !== undefined) path.push(moveStatus(current, to, (step + 1) * 1000));
  }
  return path;
});

test('every status can be left and none moves to itself', () => {
  for (const status of statuses) {
    expect(canonicalTransitions[status].length).toBeGreaterThan(0);
    expect(canonicalTransitions[status]).not.toContain(status);
  }
});

test('along any walk the times say what the status says', () => {
  fc.assert(
    fc.property(walk, (path) => {
      for (const ticket of path) {
        expect(ticket.closed_at !== null).toBe(ticket.status === 'closed' || ticket.status === 'cancelled');
        if (isOpen(ticket.status)) expect(ticket.resolved_at).toBeNull();
        if (ticket.status === 'resolved') expect(ticket.resolved_at).not.toBeNull();
        if (ticket.status === 'in_progress') expect(ticket.started_at).not.toBeNull();
      }
    }),
  );
});

test('the first acknowledgement and the first start are never forgotten', () => {
  fc.assert(
    fc.property(walk, (path) => {
      for (const key of ['opened_at', 'started_at'] as const) {
        const known = path.map((ticket) => ticket[key]).filter((at) => at !== null);
        expect(new Set(known).size).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test.each<[Status, number | null, Status]>([
  ['closed', null, 'new'],
  ['closed', 5, 'opened'],
  ['new', null, 'opened'],
])('a ticket that is %s and was acknowledged at %s reopens as %s', (status, opened_at, expected) => {
  expect(moveStatus({ ...fresh, status, opened_at, closed_at: 9 }, 'opened', 10).status).toBe(expected);
});
