import { isAdmin, type Actor } from '#shared/model/user.ts';
import { recordAction, type AuditAction } from '../audit/audit-log.repo.ts';
import type { Tx } from '../database/handles.ts';
import type { UserChanges, UserRecord } from './user.repo.ts';

/** The new values of what differs; of a password only that it is another one. */
function describeChanges(before: UserRecord, changes: UserChanges): Record<string, unknown> {
  const different = Object.entries(changes).filter(
    ([column, value]) => value !== before[column as keyof UserRecord],
  );
  return Object.fromEntries(
    different.map(([column, value]) =>
      column === 'password_hash' ? ['password', 'changed'] : [column, value],
    ),
  );
}

/** Keeps what an admin changed of a user; nothing when that changed nothing. */
export async function auditUserChange(
  tx: Tx,
  { actor, action }: { actor: Actor; action: AuditAction },
  before: UserRecord,
  changes: UserChanges,
  now: number,
): Promise<void> {
  const described = describeChanges(before, changes);
  if (!isAdmin(actor) || Object.keys(described).length === 0) return;
  const metadata = { username: before.username, changes: described };
  await recordAction(
    tx,
    { adminId: actor.id, action, target: { type: 'user', id: before.id }, metadata },
    now,
  );
}

/** Keeps that an admin made a user. */
export async function auditUserCreation(tx: Tx, actor: Actor, user: UserRecord, now: number): Promise<void> {
  if (!isAdmin(actor)) return;
  const { id, username, role, department } = user;
  const metadata = { username, role, department };
  await recordAction(
    tx,
    { adminId: actor.id, action: 'user_created', target: { type: 'user', id }, metadata },
    now,
  );
}
