import type { Role } from '#shared/model/user.ts';
import { defaultAgentCapacity } from './staff-input.ts';
import { columnsOfLabel, departmentOfLabel } from './department-label.ts';
import { nameFromParts } from './person-name.ts';
import type { NewUser, UserChanges, UserRecord } from './user.repo.ts';

/** A user as the incident-management surface describes one: any role, two names, a free department. */
export interface PersonInput {
  username: string;
  password: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Exclude<Role, 'super_admin'>;
  phoneNumber: string | null;
  whatsappNumber: string | null;
  departmentLabel: string | null;
}

/** What may be changed of a user; what is left out stays. */
export interface PersonChanges {
  username?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  role?: Exclude<Role, 'super_admin'> | undefined;
  phoneNumber?: string | null | undefined;
  whatsappNumber?: string | null | undefined;
  departmentLabel?: string | null | undefined;
}

/** Agents that an admin makes are approved from the start (contract, A16). */
export function newPerson(input: PersonInput, added: { uid: string; password_hash: string }): NewUser {
  return {
    ...added,
    username: input.username,
    email: input.email,
    ...nameFromParts(input.firstName, input.lastName),
    role: input.role,
    is_active: 1,
    is_approved: 1,
    is_available: 1,
    agent_capacity: defaultAgentCapacity,
    department: input.role === 'agent' ? departmentOfLabel(input.departmentLabel ?? '') : null,
    department_label: input.departmentLabel,
    phone_number: input.phoneNumber,
    whatsapp_number: input.whatsappNumber,
  };
}

export function nameColumns(
  before: UserRecord,
  { firstName, lastName }: Pick<PersonChanges, 'firstName' | 'lastName'>,
): UserChanges {
  if (firstName === undefined && lastName === undefined) return {};
  return nameFromParts(firstName ?? before.first_name, lastName ?? before.last_name);
}

/** Who becomes an agent is approved by the admin who says so, and has a department from then on. */
function roleColumns(before: UserRecord, role: PersonChanges['role']): UserChanges {
  if (role === undefined || role === before.role || before.role === 'super_admin') return {};
  if (role !== 'agent') return { role, department: null };
  const department = before.department ?? departmentOfLabel(before.department_label ?? '');
  return { role, department, is_approved: 1 };
}

export function personColumns(before: UserRecord, changes: PersonChanges): UserChanges {
  const { username, email, phoneNumber, whatsappNumber, departmentLabel, role } = changes;
  const after = { ...before, role: role ?? before.role, department: before.department };
  return {
    ...(username === undefined ? {} : { username }),
    ...(email === undefined ? {} : { email }),
    ...(phoneNumber === undefined ? {} : { phone_number: phoneNumber }),
    ...(whatsappNumber === undefined ? {} : { whatsapp_number: whatsappNumber }),
    ...nameColumns(before, changes),
    ...roleColumns(before, role),
    ...(departmentLabel === undefined ? {} : columnsOfLabel(after, departmentLabel)),
  };
}
