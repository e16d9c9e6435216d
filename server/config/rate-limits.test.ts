import { expect, test } from 'vitest';
import { defaultRateLimits, parseRateLimits } from './rate-limits.ts';

test.each([
  ['on', defaultRateLimits],
  ['off', null],
  ['failures=5', { ...defaultRateLimits, failures: 5 }],
  ['failures=5, api=600,requests = 30', { ...defaultRateLimits, failures: 5, api: 600, requests: 30 }],
  ['failures=0', undefined],
  ['failures=-1', undefined],
  ['failures', undefined],
  ['guesses=5', undefined],
  ['failures=5,', undefined],
  ['constructor=5', undefined],
  ['', undefined],
  ['600', undefined],
])('%j', (text, limits) => {
  expect(parseRateLimits(text)).toEqual(limits);
});
