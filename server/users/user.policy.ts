import { isAdmin, type Actor, type Role } from '#shared/model/user.ts';
import type { UserRecord } from './user.repo.ts';
import type { UserRefusal } from './user-refusal.ts';

/** Only a super admin makes admins (contract, A11); nobody makes another super admin. */
export function refuseCreation(actor: Actor, role: Role): UserRefusal | null {
  if (!isAdmin(actor)) return { code: 'admins_only' };
  if (role === 'super_admin') return { code: 'invalid_role' };
  if (role === 'admin' && actor.role !== 'super_admin') return { code: 'super_admin_creates_admins' };
  return null;
}

/** A super admin's own data is theirs: an admin who could change their address could take their place. */
export function refuseChange(actor: Actor, target: UserRecord): UserRefusal | null {
  if (!isAdmin(actor)) return { code: 'admins_only' };
  if (target.role === 'super_admin' && actor.role !== 'super_admin') return { code: 'super_admin_only' };
  return null;
}

/** Contract, A13. */
export function refuseDeactivation(actor: Actor, target: UserRecord): UserRefusal | null {
  if (!isAdmin(actor)) return { code: 'admins_only' };
  if (target.role === 'super_admin') return { code: 'super_admin_stays' };
  if (target.id === actor.id) return { code: 'not_yourself' };
  return null;
}

/** As deactivating, with one's own account first: who asks is told what is the matter with it (contract, A13). */
export function refuseRemoval(actor: Actor, target: UserRecord): UserRefusal | null {
  return target.id === actor.id ? { code: 'not_yourself' } : refuseDeactivation(actor, target);
}

/** Super admins show as admins: written back, that changes nothing, and any other role is refused (mapping, section 2). */
export function refuseRole(actor: Actor, target: UserRecord, role: Role | undefined): UserRefusal | null {
  if (role === undefined || role === target.role) return null;
  if (target.role === 'super_admin') return role === 'admin' ? null : { code: 'super_admin_stays' };
  if (role === 'admin' && actor.role !== 'super_admin') return { code: 'super_admin_creates_admins' };
  return role === 'super_admin' ? { code: 'invalid_role' } : null;
}
