import { describe, expect, test } from 'vitest';
import { isClean } from './scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

/** A sign of life of the ones that differ most; `npm run faults` runs all, and many cycles of each. */
const cyclesByName: Readonly<Record<string, number>> = {
  'node-kill-load': 1,
  'node-kill-migration': 1,
  'console-kill-push': 2,
  'console-kill-snapshot': 1,
  'proxy-cut': 2,
  'proxy-black-hole': 1,
  'node-sigstop': 1,
  'node-disk-full': 1,
  'console-disk-full': 1,
  'console-corrupt': 1,
};
const settings = { stallMs: 1_000, tickets: 150 };
const withinMs = 120_000;

// Most of their time they wait.
describe.concurrent('faults', () => {
  const quick = scenarios.filter(({ name }) => cyclesByName[name] !== undefined);
  test.each(quick)('$name: nothing is lost or doubled', { timeout: withinMs }, async ({ name, run }) => {
    const tally = await run({ cycles: cyclesByName[name] ?? 1, ...settings });
    // Null where this machine cannot make a small disk: that takes root on Linux.
    expect(tally?.faults ?? []).toEqual([]);
    expect(tally === null || isClean(tally), JSON.stringify(tally)).toBe(true);
  });
});
