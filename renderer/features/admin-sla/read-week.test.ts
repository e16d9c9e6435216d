import { expect, it } from 'vitest';
import { hoursOf, readDay, readHolidays, writeDay, writeHolidays } from './read-week.ts';

const office = [
  { from: 540, to: 720 },
  { from: 780, to: 1020 },
];

it('reads a day as people write it, and writes it back', () => {
  expect(readDay(' 9-12 ,13:00–17:00')).toEqual({ value: office });
  expect(readDay(writeDay(office))).toEqual({ value: office });
  expect(readDay('  ')).toEqual({ value: [] });
  expect(readDay('0-24')).toEqual({ value: [{ from: 0, to: 1440 }] });
});

it.each(['morning', '9-25', '12-9', '9:75-12', '9-12, 11-13', '9'])('%s is no working time', (text) => {
  expect(readDay(text)).toHaveProperty('wrong');
});

it('reads holidays of one year and of every year', () => {
  const holidays = [
    { date: '12-25', name: 'Christmas Day' },
    { date: '2027-03-26', name: 'Good Friday' },
  ];
  expect(readHolidays(`\n${writeHolidays(holidays)}\n`)).toEqual({ value: holidays });
  expect(readHolidays('02-29 Leap day')).toEqual({ value: [{ date: '02-29', name: 'Leap day' }] });
});

it.each(['Christmas', '2026-02-30 Never', '13-01 Never', '12-25'])('%s is no holiday', (text) => {
  expect(readHolidays(text)).toEqual({ wrong: text });
});

it('counts the hours of a week', () => {
  expect(hoursOf({ week: [office, office, [], [], [], [], []] })).toBe(14);
});
