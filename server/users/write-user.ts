import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import type { AuditAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { refuseTaken } from './staff-input.ts';
import { auditUserChange, auditUserCreation } from './user-audit.ts';
import { done, refused, type UserOutcome, type UserRefusal } from './user-refusal.ts';
import { findUser, type NewUser, type UserChanges, type UserRecord } from './user.repo.ts';
import type { UserWriter } from './user-writer.ts';

export interface WriteUserDeps {
  database: Database;
  writer: UserWriter;
  clock: Clock;
}

/** Adds a user whose password was hashed. `actor` is null for the first one, whom nobody makes. */
export function addUser(
  { database, writer, clock }: WriteUserDeps,
  actor: Actor | null,
  user: NewUser,
): Promise<UserOutcome<UserRecord>> {
  return database.write(async (tx) => {
    // Once more: hashing took its time, and somebody may have taken the name meanwhile.
    const taken = await refuseTaken(tx.db, user.username, user.email ?? null);
    if (taken !== null) return refused(taken);
    const now = clock.now();
    const stored = await writer.insert(tx, user, now);
    if (actor !== null) await auditUserCreation(tx, actor, stored, now);
    return done(stored);
  });
}

/** Changes a user as `decide` says of the row that it finds, and keeps who did it. */
export function changeUser(
  { database, writer, clock }: WriteUserDeps,
  id: number,
  deed: { actor: Actor; action: AuditAction },
  decide: (tx: Tx, user: UserRecord) => Promise<UserRefusal | UserChanges>,
): Promise<UserOutcome<UserRecord>> {
  return database.write(async (tx) => {
    const user = await findUser(tx.db, id);
    if (user === null) return refused({ code: 'user_not_found', id });
    const decision = await decide(tx, user);
    if ('code' in decision) return refused(decision);
    const now = clock.now();
    await auditUserChange(tx, deed, user, decision, now);
    return done(await writer.update(tx, user, decision, now));
  });
}
