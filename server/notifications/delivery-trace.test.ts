import { expect, test } from 'vitest';
import { readTrace, writeTrace } from './delivery-trace.ts';

test('a trace is read as it was written, and nothing else is one', () => {
  expect(readTrace(writeTrace({ id: 12, created_at: 1_700_000_000_000 }))).toEqual({
    id: 12,
    createdAt: 1_700_000_000_000,
  });
  for (const text of ['', 'waypost.1', 'waypost.1.2.3', 'waypost.-1.2', 'other.1.2']) {
    expect(readTrace(text)).toBeNull();
  }
});
