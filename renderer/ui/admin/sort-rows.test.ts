import { expect, it } from 'vitest';
import { sortRows } from './sort-rows.ts';

const columns = [
  { id: 'name', sortBy: ({ name }: Row) => name },
  { id: 'at', sortBy: ({ at }: Row) => at },
  { id: 'note' },
];

interface Row {
  name: string;
  at: number | null;
}

const rows: Row[] = [
  { name: 'b2', at: null },
  { name: 'Ä', at: 3 },
  { name: 'b10', at: 1 },
  { name: 'a', at: null },
];
const namesBy = (id: string, isDescending: boolean) =>
  sortRows(rows, columns, { id, isDescending }).map(({ name }) => name);

it('orders texts as people do, numbers within them too', () => {
  expect(namesBy('name', false)).toEqual(['a', 'Ä', 'b2', 'b10']);
  expect(namesBy('name', true)).toEqual(['b10', 'b2', 'Ä', 'a']);
});

it('puts what has no value last in both directions, and keeps the order of equals', () => {
  expect(namesBy('at', false)).toEqual(['b10', 'Ä', 'b2', 'a']);
  expect(namesBy('at', true)).toEqual(['Ä', 'b10', 'b2', 'a']);
});

it('leaves the order alone without a column that can be sorted by', () => {
  expect(sortRows(rows, columns, null)).toBe(rows);
  expect(sortRows(rows, columns, { id: 'note', isDescending: true })).toBe(rows);
});
