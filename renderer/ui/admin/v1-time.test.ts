import { expect, it } from 'vitest';
import { v1Time } from './v1-time.ts';

it.each(['2026-11-27T15:30:00', '2026-11-27T15:30:00Z', '2026-11-27T16:30:00+01:00'])('%s', (text) => {
  expect(v1Time(text)).toBe(Date.UTC(2026, 10, 27, 15, 30));
});
