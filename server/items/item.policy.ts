import { itemAudience, type ItemRow } from '#shared/model/item.ts';
import { tokensOf } from '#shared/model/permissions.ts';
import { isAdmin, isStaff, type Actor } from '#shared/model/user.ts';

type Shared = Pick<ItemRow, 'visibility' | 'department' | 'owner_id'>;

export const isOnStaff = (actor: Actor): boolean => isStaff(actor) && actor.is_active && actor.is_approved;

export function maySee(actor: Actor, item: Shared): boolean {
  const held = new Set(tokensOf(actor));
  return itemAudience(item).some((token) => held.has(token));
}

/** Whom an author may make something for: themselves, their own team, and, for admins, everybody. */
export function mayShare(actor: Actor, { visibility, department }: Omit<Shared, 'owner_id'>): boolean {
  if (!isOnStaff(actor)) return false;
  if (visibility === 'own') return true;
  return isAdmin(actor) || (visibility === 'team' && department === actor.department);
}

/** Its owner, and admins whatever they see. */
export function mayChange(actor: Actor, item: Shared): boolean {
  return maySee(actor, item) && (isAdmin(actor) || item.owner_id === actor.id);
}
