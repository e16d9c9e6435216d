import { describe, expect, it } from 'vitest';
import { isWithinSize } from './message-size.ts';

describe('isWithinSize', () => {
  it('counts texts, names, buffers and all that lies within', () => {
    expect(isWithinSize({ ab: 'cd' }, 5)).toBe(true);
    expect(isWithinSize({ ab: 'cd' }, 4)).toBe(false);
    expect(isWithinSize([['abc'], new Uint8Array(4)], 10)).toBe(true);
    expect(isWithinSize([['abc'], new Uint8Array(5)], 9)).toBe(false);
    expect(isWithinSize(new Map([['key', 'value']]), 9)).toBe(true);
    expect(isWithinSize(new Set(['abc', 'de']), 5)).toBe(false);
  });

  it('takes nothing, and nothing else, for small', () => {
    for (const value of [undefined, null, 1, true, '', {}, []]) expect(isWithinSize(value, 1)).toBe(true);
  });

  it('gives up on what holds itself or is nested without end', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(isWithinSize(loop, 1_000_000)).toBe(false);
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(isWithinSize(deep, 1_000_000)).toBe(false);
  });

  it('stops before it looks at all of something huge', () => {
    expect(isWithinSize(Array.from({ length: 2_000_000 }).fill(0), 1_000_000)).toBe(false);
  });
});
