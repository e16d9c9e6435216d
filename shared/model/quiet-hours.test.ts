import { expect, it } from 'vitest';
import { quietMinutesLeft } from './quiet-hours.ts';

const at = (time: string): Date => new Date(`2026-11-29T${time}:00`);

it.each([
  ['22:00', '07:00', '21:59', 0],
  ['22:00', '07:00', '22:00', 540],
  ['22:00', '07:00', '23:30', 450],
  ['22:00', '07:00', '06:59', 1],
  ['22:00', '07:00', '07:00', 0],
  ['12:00', '13:00', '12:30', 30],
  ['12:00', '13:00', '13:00', 0],
  ['09:00', '09:00', '09:00', 0],
])('from %s to %s, at %s it is quiet for %i more minutes', (from, to, now, left) => {
  expect(quietMinutesLeft({ from, to }, at(now))).toBe(left);
});
