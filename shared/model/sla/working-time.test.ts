import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  roundTheClock,
  workingCalendarSchema,
  type Holiday,
  type WorkingCalendar,
} from './working-calendar.ts';
import { addWorkingTime, layOut, workingTimeBetween, type Span } from './working-time.ts';
import { fromLocalTime, isTimeZone, toLocalTime } from './zoned-time.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const at = (text: string): number => Date.parse(text);

const officeDay = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];
const berlin: WorkingCalendar = {
  time_zone: 'Europe/Berlin',
  week: [officeDay, officeDay, officeDay, officeDay, officeDay, [], []],
  holidays: [
    { date: '12-25', name: 'Christmas' },
    { date: '2026-11-30', name: 'Moving day' },
  ],
};

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const moments = fc.integer({ min: at('2023-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
const durations = fc.integer({ min: 1, max: 60 * hourMs });

const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((marks) => marks.toSorted((a, b) => a - b))
  .map((marks) =>
    Array.from({ length: Math.floor(marks.length / 2) }, (_, index) => ({
      from: (marks[2 * index] ?? 0) * 15,
      to: (marks[2 * index + 1] ?? 0) * 15,
    })),
  );
const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    time_zone: fc.constantFrom(...zones),
    week: fc.array(days, { minLength: 7, maxLength: 7 }),
    holidays: fc.constantFrom<Holiday[]>(
      [],
      [{ date: '12-25', name: 'Christmas' }],
      [{ date: '03-30', name: 'Spring' }],
    ),
  })
  .filter(({ week }) => week.some((day) => day.length > 0));

const pauseLists = (fromMs: number): fc.Arbitrary<Span[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 8 })
    .map((marks) => marks.toSorted((a, b) => a - b))
    .map((marks) =>
      Array.from({ length: Math.floor(marks.length / 2) }, (_, index) => ({
        from: fromMs + (marks[2 * index] ?? 0) * hourMs,
        to: fromMs + (marks[2 * index + 1] ?? 0) * hourMs,
      })),
    );

describe('examples', () => {
  test.each([
    // Friday afternoon into Monday, which is off, and Tuesday.
    ['2026-11-27T16:30', 60, '2026-12-01T09:30'],
    ['2026-11-20T16:30', 60, '2026-11-23T09:30'],
    // Over lunch, and from lunch.
    ['2026-11-26T11:45', 30, '2026-11-26T13:15'],
    ['2026-11-26T12:20', 30, '2026-11-26T13:30'],
    // Up to the last minute of the day, and a week of work.
    ['2026-11-26T16:00', 60, '2026-11-26T17:00'],
    ['2026-11-16T09:00', 5 * 7 * 60, '2026-11-20T17:00'],
    // Early, late, on a Saturday.
    ['2026-11-26T03:00', 1, '2026-11-26T09:01'],
    ['2026-11-26T23:00', 1, '2026-11-27T09:01'],
    ['2026-11-28T10:00', 120, '2026-12-01T11:00'],
    // Christmas of any year.
    ['2024-12-24T16:59', 2, '2024-12-26T09:01'],
  ])('%s and %i minutes of work are %s', (start, minutes, due) => {
    const startMs = fromLocalTime(parseLocal(start), berlin.time_zone);
    const dueMs = addWorkingTime(startMs, minutes * minuteMs, berlin);
    expect(dueMs).toBe(fromLocalTime(parseLocal(due), berlin.time_zone));
  });

  test('a pause moves the end by the work that was left out', () => {
    const pauses = [{ from: at('2026-11-26T09:00Z'), to: at('2026-11-26T10:00Z') }];
    expect(addWorkingTime(at('2026-11-26T08:00Z'), 2 * hourMs, berlin, pauses)).toBe(at('2026-11-26T11:00Z'));
    // In the night nothing is left out.
    const nightly = [{ from: at('2026-11-26T20:00Z'), to: at('2026-11-27T05:00Z') }];
    expect(addWorkingTime(at('2026-11-26T15:30Z'), hourMs, berlin, nightly)).toBe(at('2026-11-27T08:30Z'));
  });

  test('an hour of the night in which clocks change is as long as it is', () => {
    const nights = { ...roundTheClock, time_zone: 'Europe/Berlin' };
    nights.week = nights.week.map(() => [{ from: 60, to: 240 }]);
    const night = (day: string): number =>
      workingTimeBetween(at(`${day}T00:00Z`) - 6 * hourMs, at(`${day}T00:00Z`) + 6 * hourMs, nights) / hourMs;
    expect([night('2026-03-28'), night('2026-03-29'), night('2026-10-25')]).toEqual([3, 2, 4]);
  });

  test('a calendar of holidays alone never gets there', () => {
    const holidays = Array.from({ length: 366 }, (_, index) => ({
      date: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(5, 10),
      name: 'Off',
    }));
    expect(addWorkingTime(at('2026-01-01T00:00Z'), 1, { ...berlin, holidays })).toBeNull();
  });
});

describe('laws', () => {
  test('one after the other is both together', () => {
    fc.assert(
      fc.property(moments, durations, durations, calendars, (start, first, second, calendar) => {
        const between = addWorkingTime(start, first, calendar) ?? Number.NaN;
        expect(addWorkingTime(between, second, calendar)).toBe(
          addWorkingTime(start, first + second, calendar),
        );
      }),
    );
  });

  test('what was added lies between, whatever was paused', () => {
    const cases = moments.chain((start) => fc.tuple(fc.constant(start), pauseLists(start)));
    fc.assert(
      fc.property(cases, durations, calendars, ([start, pauses], duration, calendar) => {
        const due = addWorkingTime(start, duration, calendar, pauses) ?? Number.NaN;
        expect(workingTimeBetween(start, due, calendar, pauses)).toBe(duration);
      }),
    );
  });

  test('a later start never ends earlier, and a pause never helps', () => {
    const cases = moments.chain((start) => fc.tuple(fc.constant(start), pauseLists(start)));
    fc.assert(
      fc.property(
        cases,
        fc.nat(40 * hourMs),
        durations,
        calendars,
        ([start, pauses], later, duration, calendar) => {
          const due = addWorkingTime(start, duration, calendar) ?? Number.NaN;
          expect(addWorkingTime(start + later, duration, calendar)).toBeGreaterThanOrEqual(due);
          expect(addWorkingTime(start, duration, calendar, pauses)).toBeGreaterThanOrEqual(due);
        },
      ),
    );
  });

  test('spans are in order, inside of blocks, and as long together as was asked', () => {
    fc.assert(
      fc.property(moments, durations, calendars, (start, duration, calendar) => {
        const spans = layOut(start, duration, calendar) ?? [];
        let end = start;
        for (const { from, to, day } of spans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(toLocalTime(from, calendar.time_zone).day).toBe(day);
          end = to;
        }
        expect(spans.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(duration);
      }),
    );
  });

  test('round the clock it is plain addition', () => {
    fc.assert(
      fc.property(moments, durations, fc.constantFrom(...zones), (start, duration, time_zone) => {
        expect(addWorkingTime(start, duration, { ...roundTheClock, time_zone })).toBe(start + duration);
      }),
    );
  });
});

describe('zones', () => {
  test('a moment read off a clock and put back is the same, or the first of two', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const back = fromLocalTime(toLocalTime(moment, zone), zone);
        expect([0, hourMs, hourMs / 2]).toContain(moment - back);
      }),
    );
  });

  test.each([
    ['2026-03-29', 150, '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
    ['2026-06-01', 1440, '2026-06-01T22:00:00.000Z'],
  ])('%s and %i minutes in Berlin are %s', (day, minutes, moment) => {
    expect(new Date(fromLocalTime({ day, minutes }, 'Europe/Berlin')).toISOString()).toBe(moment);
  });

  test('names', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '+02:00', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test.each([
  [{ week: berlin.week.slice(1) }],
  [{ week: berlin.week.map(() => []) }],
  [{ week: berlin.week.map(() => [{ from: 60, to: 60 }]) }],
  [{ week: berlin.week.map(() => officeDay.toReversed()) }],
  [{ week: berlin.week.map(() => [{ from: 0, to: 1441 }]) }],
  [{ time_zone: 'Nowhere' }],
  [{ holidays: [{ date: '2026-02-30', name: 'x' }] }],
  [{ holidays: [{ date: '13-01', name: 'x' }] }],
  [{ more: 1 }],
])('is no calendar: %j', (wrong) => {
  expect(workingCalendarSchema.safeParse(berlin).success).toBe(true);
  expect(workingCalendarSchema.safeParse({ ...berlin, ...wrong }).success).toBe(false);
});

function parseLocal(text: string): { day: string; minutes: number } {
  const [day = '', time = ''] = text.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minutes: hours * 60 + minutes };
}
