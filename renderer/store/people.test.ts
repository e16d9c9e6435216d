import { expect, it } from 'vitest';
import { assignable, nameOfPerson } from './people.ts';
import { profileRow } from '../ui/tickets/test-rows.ts';

const people = [
  profileRow(1, { full_name: 'Zoe' }),
  profileRow(2, { full_name: 'Ben', is_available: 0 }),
  profileRow(3, { full_name: 'Carla' }),
  profileRow(4, { full_name: 'Gone', is_active: 0 }),
];

it('offers me first, then those at work, then the others', () => {
  expect(assignable(people, 1, '').map((person) => person.full_name)).toEqual(['Zoe', 'Carla', 'Ben']);
  expect(assignable(people, 1, ' bE ').map((person) => person.full_name)).toEqual(['Ben']);
});

it('names people, and those it does not know by their number', () => {
  expect(nameOfPerson(people)(3)).toBe('Carla');
  expect(nameOfPerson(people)(8)).toBe('user 8');
});
