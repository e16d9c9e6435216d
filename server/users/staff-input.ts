import type { Department } from '#shared/model/department.ts';
import { findWeakness, type PasswordRules } from '../auth/password-rules.ts';
import type { Db } from '../database/handles.ts';
import { nameFromFull } from './person-name.ts';
import type { UserRefusal } from './user-refusal.ts';
import { isLoginTaken, type UserChanges, type UserRecord } from './user.repo.ts';

/** Contract, A19. */
export const defaultAgentCapacity = 10;

export interface StaffInput {
  username: string;
  email: string;
  password: string;
  fullName: string;
  role: 'admin' | 'agent';
  /** For agents alone; of others it is ignored. */
  department: Department | null;
  agentCapacity?: number | undefined;
}

/** What may be changed of a member of staff; what is left out stays. Department, capacity, availability: agents alone. */
export interface StaffChanges {
  email?: string | undefined;
  fullName?: string | undefined;
  department?: Department | undefined;
  agentCapacity?: number | undefined;
  isAvailable?: boolean | undefined;
}

export async function refuseTaken(
  db: Db,
  username: string,
  email: string | null,
): Promise<UserRefusal | null> {
  if (await isLoginTaken(db, username)) return { code: 'username_taken', username };
  if (email !== null && (await isLoginTaken(db, email))) return { code: 'email_taken', email };
  return null;
}

export function refuseInput(input: StaffInput, rules: PasswordRules): UserRefusal | null {
  if (input.role === 'agent' && input.department === null) return { code: 'department_required' };
  if (input.agentCapacity !== undefined && input.agentCapacity < 1) return { code: 'capacity_too_small' };
  const text = findWeakness(input.password, rules);
  return text === null ? null : { code: 'weak_password', text };
}

export async function refuseChanges(
  db: Db,
  user: UserRecord,
  changes: StaffChanges,
): Promise<UserRefusal | null> {
  const { email, agentCapacity } = changes;
  if (agentCapacity !== undefined && agentCapacity < 1) return { code: 'capacity_too_small' };
  const isTaken = email !== undefined && (await isLoginTaken(db, email, user.id));
  return isTaken ? { code: 'email_taken', email } : null;
}

export function columnsOf(
  user: UserRecord,
  { email, fullName, department, agentCapacity, isAvailable }: StaffChanges,
): UserChanges {
  const own: UserChanges = {
    ...(email === undefined ? {} : { email }),
    ...(fullName === undefined ? {} : nameFromFull(fullName)),
  };
  if (user.role !== 'agent') return own;
  return {
    ...own,
    ...(department === undefined ? {} : { department }),
    ...(agentCapacity === undefined ? {} : { agent_capacity: agentCapacity }),
    ...(isAvailable === undefined ? {} : { is_available: isAvailable ? 1 : 0 }),
  };
}
