import { expect, test } from 'vitest';
import { FairQueue } from './fair-queue.ts';

test('a backlog of one turn delays another by one item', () => {
  const queue = new FairQueue<string>();
  for (let index = 1; index <= 5_000; index += 1) queue.push('busy', `busy ${index}`);
  queue.push('quiet', 'quiet 1');
  queue.push('quiet', 'quiet 2');
  const order = Array.from({ length: 5 }, () => queue.shift());
  expect(order).toEqual(['busy 1', 'quiet 1', 'busy 2', 'quiet 2', 'busy 3']);
  expect(queue.takeAll()).toHaveLength(4_997);
  expect(queue.isEmpty).toBe(true);
  expect(queue.shift()).toBeUndefined();
});
