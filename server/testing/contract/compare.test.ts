import { expect, test } from 'vitest';
import { findDifferences } from './compare.ts';
import type { Json } from '../../http/documented-examples.ts';

const example: Json = {
  success: true,
  data: { message: 'Done', id: 5, at: '2025-12-05T18:30:00', notes: null, rows: [{ a: 1 }, { b: 'x' }] },
};
const data = (fields: object): Json => ({
  success: true,
  data: { ...(example as { data: object }).data, ...fields },
});

test('an answer like the example differs in nothing', () => {
  expect(findDifferences(example, example)).toEqual([]);
  expect(
    findDifferences(data({ id: 6, at: '2026-01-01T00:00:00', notes: 'now', rows: [{ b: 'y' }] }), example),
  ).toEqual([]);
});

test.each([
  [{ message: 'Finished' }, '$.data.message is "Finished", not "Done"'],
  [{ id: '5' }, '$.data.id is "5", not a number'],
  [{ id: 5.5 }, '$.data.id is 5.5, not a whole number'],
  [{ id: null }, '$.data.id is null, not a number'],
  [{ at: '2025-12-05T18:30:00Z' }, '$.data.at is "2025-12-05T18:30:00Z", not a date without zone'],
  [{ notes: [] }, '$.data.notes is object, not a plain value'],
  [{ rows: [] }, '$.data.rows has no items to compare'],
  [{ rows: {} }, '$.data.rows is no list'],
  [{ rows: [{ c: 1 }] }, '$.data.rows[0] has c, not a'],
  [{ more: 1 }, '$.data has message, id, at, notes, rows, more, not message, id, at, notes, rows'],
])('%j is told', (fields, difference) => {
  expect(findDifferences(data(fields), example)).toEqual([difference]);
});

test('a cut example asks for what it shows, and a fraction may be where it says so', () => {
  expect(findDifferences({ a: 1, b: 2 }, { a: 1 }, { isPartial: true })).toEqual([]);
  expect(findDifferences({ b: 2 }, { a: 1 }, { isPartial: true })).toHaveLength(1);
  expect(findDifferences({ rate: 0.5 }, { rate: 20 }, { fractions: ['rate'] })).toEqual([]);
});
