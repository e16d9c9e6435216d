import { describe, expect, it } from 'vitest';
import { parseSnooze, presetTime } from './snooze-times.ts';

/** Wednesday, 4 March 2026, 12:04 in the reader's zone. */
const now = new Date(2026, 2, 4, 12, 4).getTime();
const at = (day: number, hours: number, minutes = 0): number =>
  new Date(2026, 2, day, hours, minutes).getTime();

it('knows the usual times', () => {
  expect(presetTime('later', now)).toBe(at(4, 15, 15));
  expect(presetTime('tomorrow', now)).toBe(at(5, 9));
  expect(presetTime('monday', now)).toBe(at(9, 9));
  expect(presetTime('week', now)).toBe(at(11, 9));
  expect(presetTime('monday', at(9, 10))).toBe(at(16, 9));
});

describe('what people type', () => {
  it.each([
    ['2h', at(4, 14, 4)],
    ['30 мин', at(4, 12, 34)],
    ['in 3 d', at(7, 9)],
    ['через 2 нед', at(18, 9)],
    ['tomorrow', at(5, 9)],
    ['завтра 14:30', at(5, 14, 30)],
    ['fri', at(6, 9)],
    ['Friday 9am', at(6, 9)],
    ['пт 17', at(6, 17)],
    ['wed', at(11, 9)],
    ['3pm', at(4, 15)],
    ['12am', at(5, 0)],
    ['9', at(5, 9)],
    ['today 18:00', at(4, 18)],
  ])('%s', (text, time) => {
    expect(parseSnooze(text, now)).toBe(time);
  });

  it.each(['', 'soon', '25:00', 'fri soon', 'today 8', '9:75'])('makes nothing of “%s”', (text) => {
    expect(parseSnooze(text, now)).toBeNull();
  });
});
