import { expect, test } from 'vitest';
import { isResolutionBreached, isResponseBreached } from './breach.ts';

const untouched = {
  response_due_at: 100,
  resolution_due_at: null,
  first_responded_at: null,
  started_at: null,
  resolved_at: null,
  closed_at: null,
};

test('a response is breached from the moment it is overdue, and stays so when it came too late', () => {
  expect(isResponseBreached(untouched, 100)).toBe(false);
  expect(isResponseBreached(untouched, 101)).toBe(true);
  expect(isResponseBreached({ ...untouched, started_at: 90 }, 500)).toBe(false);
  expect(isResponseBreached({ ...untouched, started_at: 110 }, 500)).toBe(true);
  expect(isResponseBreached({ ...untouched, first_responded_at: 90, started_at: 110 }, 500)).toBe(false);
  expect(isResponseBreached({ ...untouched, response_due_at: null }, 500)).toBe(false);
});

test('a resolution is breached only against a time that somebody set', () => {
  expect(isResolutionBreached(untouched, 500)).toBe(false);
  const promised = { ...untouched, resolution_due_at: 200 };
  expect(isResolutionBreached(promised, 200)).toBe(false);
  expect(isResolutionBreached(promised, 201)).toBe(true);
  expect(isResolutionBreached({ ...promised, resolved_at: 150 }, 500)).toBe(false);
  expect(isResolutionBreached({ ...promised, resolved_at: 250 }, 500)).toBe(true);
});
