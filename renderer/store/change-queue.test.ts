import { describe, expect, it } from 'vitest';
import { createChangeQueue, type Changed } from './change-queue.ts';

const changed = (...tickets: string[]): Changed => ({ tickets, is_reset: false });

describe('createChangeQueue', () => {
  it('applies the first change at once, and gathers what comes in during the frame after it', async () => {
    const applied: Changed[] = [];
    const due: (() => void)[] = [];
    const gate = Promise.withResolvers<void>();
    const queue = createChangeQueue(
      (_waitMs, work) => {
        due.push(work);
        return () => undefined;
      },
      async (change) => {
        applied.push(change);
        await gate.promise;
      },
      () => 16,
    );
    const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
    queue(changed('a'));
    expect(applied).toEqual([changed('a')]);
    queue(changed('b'));
    queue(changed('b', 'c'));
    gate.resolve();
    await settle();
    expect(applied).toHaveLength(1);
    queue({ tickets: [], is_reset: true });
    due[0]?.();
    await settle();
    expect(applied).toEqual([changed('a'), { tickets: ['b', 'c'], is_reset: true }]);
  });
});
