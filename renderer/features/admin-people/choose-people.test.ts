import { expect, it } from 'vitest';
import type { Person } from '#shared/protocol/admin/people.ts';
import { choosePeople, everybody, openCount, stateOf, utilisation } from './choose-people.ts';

const person = (fields: Partial<Person>): Person => ({
  id: 1,
  username: 'ada',
  full_name: 'Ada Quill',
  email: 'ada@example.org',
  role: 'agent',
  department: 'loan',
  is_active: true,
  is_approved: true,
  is_available: true,
  capacity: 8,
  load: { todo: 1, working: 2, waiting: 3 },
  last_login_at: null,
  created_at: 0,
  ...fields,
});

const people = [
  person({}),
  person({ id: 2, full_name: 'Robin Hale', username: 'robin', email: null, role: 'admin', department: null }),
  person({ id: 3, full_name: 'Noor Said', username: 'noor', is_approved: false }),
  person({ id: 4, full_name: 'Kim Vos', username: 'kim', is_active: false, is_approved: false }),
];
const idsOf = (filter: Partial<typeof everybody>) =>
  choosePeople(people, { ...everybody, ...filter }).map(({ id }) => id);

it('finds by every word of name, user name and address, and by role, department and state', () => {
  expect(idsOf({})).toEqual([1, 2, 3, 4]);
  expect(idsOf({ text: ' QUILL ada@ ' })).toEqual([1]);
  expect(idsOf({ text: 'quill robin' })).toEqual([]);
  expect(idsOf({ role: 'admin' })).toEqual([2]);
  expect(idsOf({ department: 'loan', state: 'waiting' })).toEqual([3]);
  expect(idsOf({ state: 'inactive' })).toEqual([4]);
});

it('counts what is open against the capacity', () => {
  expect(openCount(person({}))).toBe(6);
  expect(utilisation(person({}))).toBe(75);
  expect(utilisation(person({ capacity: 4 }))).toBe(150);
  expect(people.map(stateOf)).toEqual(['active', 'active', 'waiting', 'inactive']);
});
