import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

test('a full gate names the time to come back, and opens again', async () => {
  const gate = createGate(2, 1_000);
  const held = Promise.withResolvers<string>();
  const running = [gate(() => held.promise), gate(() => held.promise)];
  await expect(gate(async () => 'third')).rejects.toMatchObject({ kind: 'unavailable', retryAfterMs: 1_000 });
  held.resolve('done');
  expect(await Promise.all(running)).toEqual(['done', 'done']);
  expect(await gate(async () => 'third')).toBe('third');
});
