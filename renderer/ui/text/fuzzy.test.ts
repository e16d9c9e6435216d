import { expect, it } from 'vitest';
import { fuzzyFiltered, fuzzyScore, isClose } from './fuzzy.ts';

const labels = [
  'Assign to me',
  'Assign to Amelie Roux',
  'Status: In progress',
  'Status: Resolved',
  'Sign out',
];
const best = (letters: string) =>
  fuzzyFiltered(
    labels.map((label) => ({ label })),
    letters,
  )[0]?.label;

it('takes letters in their order, wherever they are', () => {
  expect(fuzzyScore('xyz', 'Sign out')).toBe(0);
  expect(fuzzyScore('tuo', 'Sign out')).toBe(0);
  expect(fuzzyScore('sgn', 'Sign out')).toBeGreaterThan(0);
});

it('puts what people mean first', () => {
  expect(best('atm')).toBe('Assign to me');
  expect(best('roux')).toBe('Assign to Amelie Roux');
  expect(best('status res')).toBe('Status: Resolved');
  expect(best('sign')).toBe('Sign out');
});

it('tells what is meant from letters that stand there by chance', () => {
  expect(isClose('sign', 'Sign out')).toBe(true);
  expect(isClose('stat hold', 'Status: On hold')).toBe(true);
  expect(isClose('atm', 'Assign to me')).toBe(true);
  expect(isClose('asha', 'Connection and unsent changes')).toBe(false);
});

it('leaves everything as it is while nothing is typed', () => {
  expect(fuzzyFiltered([{ label: 'b' }, { label: 'a' }], ' ')).toEqual([{ label: 'b' }, { label: 'a' }]);
});
