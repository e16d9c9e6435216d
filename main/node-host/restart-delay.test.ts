import { describe, expect, it } from 'vitest';
import { RestartDelay } from './restart-delay.ts';

describe('RestartDelay', () => {
  it('doubles up to a limit', () => {
    const delay = new RestartDelay(() => 0);
    expect(Array.from({ length: 9 }, () => delay.next())).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
  });

  it('begins anew after the process ran for a while, not after a short life', () => {
    let nowMs = 0;
    const delay = new RestartDelay(() => nowMs);
    delay.next();
    delay.noteStarted();
    nowMs += 1_000;
    expect(delay.next()).toBe(500);
    delay.noteStarted();
    nowMs += 60_000;
    expect(delay.next()).toBe(250);
  });
});
