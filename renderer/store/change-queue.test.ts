import { describe, expect, it } from 'vitest';
import { createChangeQueue, type Changed } from './change-queue.ts';

const changed = (...tickets: string[]): Changed => ({ tickets, is_reset: false });

describe('createChangeQueue', () => {
  it('gathers a burst, and what comes in while it is applied', async () => {
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
    );
    queue(changed('a'));
    queue(changed('a', 'b'));
    expect(due).toHaveLength(1);
    due[0]?.();
    queue(changed('c'));
    queue({ tickets: [], is_reset: true });
    gate.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(applied).toEqual([changed('a', 'b'), { tickets: ['c'], is_reset: true }]);
  });
});
