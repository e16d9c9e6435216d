import type { Department } from '#shared/model/department.ts';
import type { Role } from '#shared/model/user.ts';
import type { Dice } from './dice.ts';

/** Nobody here is real: names are drawn from lists, addresses end in a domain that cannot exist. */
export interface DemoPerson {
  username: string;
  fullName: string;
  email: string;
  role: Role;
  department: Department | null;
  isAvailable: boolean;
  phoneNumber: string | null;
}

type Colleague = readonly [username: string, fullName: string, department: Department | null];

const admins: readonly Colleague[] = [
  ['nadia', 'Nadia Verhoeven', null],
  ['tomasz', 'Tomasz Lindqvist', null],
  ['grace', 'Grace Okonjo', null],
];

const agents: readonly Colleague[] = [
  ['priya', 'Priya Raman', 'payment'],
  ['lucas', 'Lucas Ferreira', 'payment'],
  ['hanna', 'Hanna Weiss', 'loan'],
  ['diego', 'Diego Marín', 'loan'],
  ['amara', 'Amara Diallo', 'account'],
  ['jonas', 'Jonas Brekke', 'account'],
  ['mei', 'Mei Tanaka', 'technical'],
  ['oskar', 'Oskar Nowicki', 'technical'],
  ['leila', 'Leila Haddad', 'technical'],
  ['ben', 'Ben Ashworth', 'general'],
  ['sofia', 'Sofia Kallas', 'general'],
  ['ravi', 'Ravi Pillai', 'general'],
];

/** On a break: gets no tickets by itself. */
const unavailable: readonly string[] = ['jonas', 'sofia'];

const firstNames = [
  'Alma', 'Bruno', 'Carla', 'Dario', 'Elin', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jamal', 'Kaja', 'Liam', 'Maya', 'Noor',
  'Otto', 'Paula', 'Quinn', 'Rosa', 'Samir', 'Tilda', 'Umar', 'Vera', 'Wim', 'Yara', 'Zeno', 'Anouk', 'Cyrus', 'Edda',
  'Goran', 'Ilse',
]; // prettier-ignore
const lastNames = [
  'Abbott', 'Bergström', 'Castellan', 'Dvorak', 'Eklund', 'Fontaine', 'Grünwald', 'Hollis', 'Ivanek', 'Jansen', 'Kovacs',
  'Lemaire', 'Moretti', 'Nyberg', 'Osei', 'Petrov', 'Quiroga', 'Rosales', 'Sandoval', 'Thorne', 'Ueda', 'Vidal', 'Wexler',
  'Yilmaz',
]; // prettier-ignore
const customerCount = 120;

export function draftStaff(): DemoPerson[] {
  const toPerson =
    (role: Role) =>
    ([username, fullName, department]: Colleague): DemoPerson => ({
      username,
      fullName,
      email: `${username}@desk.example`,
      role,
      department,
      isAvailable: !unavailable.includes(username),
      phoneNumber: null,
    });
  return [...admins.map(toPerson('admin')), ...agents.map(toPerson('agent'))];
}

/** Customers have no password: they only appear on tickets. */
export function draftCustomers(dice: Dice): DemoPerson[] {
  const personByUsername = new Map<string, DemoPerson>();
  while (personByUsername.size < customerCount) {
    const [firstName, lastName] = [dice.pick(firstNames), dice.pick(lastNames)];
    const email = `${asciiOf(firstName)}.${asciiOf(lastName)}@mail.example`;
    personByUsername.set(email, {
      username: email,
      fullName: `${firstName} ${lastName}`,
      email,
      role: 'customer',
      department: null,
      isAvailable: true,
      phoneNumber: `+4455501${String(personByUsername.size).padStart(5, '0')}`,
    });
  }
  return [...personByUsername.values()];
}

const asciiOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();
