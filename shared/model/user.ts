import type { Department } from './department.ts';

export const roles = ['super_admin', 'admin', 'agent', 'customer'] as const;

export type Role = (typeof roles)[number];

/** What every signed-in colleague may know of a member of staff. Replicated to each console. */
export interface ProfileRow {
  uid: string;
  id: number;
  ver: number;
  username: string;
  full_name: string;
  email: string;
  role: Role;
  department: Department | null;
  is_active: number;
  is_available: number;
}

/** The user on whose behalf something is read or changed. */
export interface Actor {
  id: number;
  username: string;
  full_name: string;
  role: Role;
  department: Department | null;
  is_active: boolean;
  /** Agents who registered themselves wait for approval and may do nothing until then. */
  is_approved: boolean;
}

export function isAdmin(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'super_admin' || actor.role === 'admin';
}

/** Staff sign in to the console; customers only appear on tickets. */
export function isStaff(actor: Pick<Actor, 'role'>): boolean {
  return actor.role !== 'customer';
}
