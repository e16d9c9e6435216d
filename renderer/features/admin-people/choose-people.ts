import type { Department } from '#shared/model/department.ts';
import type { Role } from '#shared/model/user.ts';
import type { Person } from '#shared/protocol/admin/people.ts';
import { hasWords } from '../../ui/text/has-words.ts';

export const personStates = ['active', 'waiting', 'inactive'] as const;
export type PersonState = (typeof personStates)[number];

/** Which people are wanted; empty means all of them. */
export interface PeopleFilter {
  text: string;
  role: Role | '';
  department: Department | '';
  state: PersonState | '';
}

export const everybody: PeopleFilter = { text: '', role: '', department: '', state: '' };

export function stateOf({ is_active, is_approved }: Pick<Person, 'is_active' | 'is_approved'>): PersonState {
  if (!is_active) return 'inactive';
  return is_approved ? 'active' : 'waiting';
}

/** Whether they can be given tickets by an admin. */
export function canTakeTickets(person: Person): boolean {
  return stateOf(person) === 'active';
}

export function openCount({ load }: Pick<Person, 'load'>): number {
  return load.todo + load.working + load.waiting;
}

/** The share of the capacity in use, in percent; it can be more than 100. */
export function utilisation(person: Pick<Person, 'load' | 'capacity'>): number {
  return Math.round((openCount(person) / person.capacity) * 100);
}

/** Each word of the text must be somewhere in a name or the address. */
export function choosePeople(people: readonly Person[], filter: PeopleFilter): Person[] {
  return people.filter(
    (person) =>
      hasWords(`${person.full_name} ${person.username} ${person.email ?? ''}`, filter.text) &&
      (filter.role === '' || person.role === filter.role) &&
      (filter.department === '' || person.department === filter.department) &&
      (filter.state === '' || stateOf(person) === filter.state),
  );
}
