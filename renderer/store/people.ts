import type { ProfileRow } from '#shared/model/user.ts';
import { words } from '../ui/i18n/i18n.ts';

/** Looks up the name of a member of staff by their id. */
export function nameOfPerson(people: readonly ProfileRow[]): (id: number) => string {
  return (id) => people.find((person) => person.id === id)?.full_name ?? words('tickets:person', { id });
}

/** Those whom a ticket may be given to: me first, then those at work, by name. */
export function assignable(people: readonly ProfileRow[], myId: number, wanted: string): ProfileRow[] {
  const needle = wanted.trim().toLowerCase();
  return people
    .filter((person) => person.is_active === 1 && person.role !== 'customer')
    .filter((person) => `${person.full_name} ${person.username}`.toLowerCase().includes(needle))
    .toSorted(
      (a, b) =>
        Number(b.id === myId) - Number(a.id === myId) ||
        b.is_available - a.is_available ||
        a.full_name.localeCompare(b.full_name),
    );
}
