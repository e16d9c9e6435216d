import type { Clock } from '#shared/model/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  advance: (ms: number) => void;
}

export function createTestClock(startAt = Date.now()): TestClock {
  let nowMs = startAt;
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
