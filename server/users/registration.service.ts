import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import { findWeakness, type PasswordRules } from '../auth/password-rules.ts';
import type { Passwords } from '../auth/passwords.ts';
import type { Database } from '../database/database.ts';
import { nameFromFull } from './person-name.ts';
import { defaultAgentCapacity, refuseTaken } from './staff-input.ts';
import { auditUserChange } from './user-audit.ts';
import { done, refused, type UserOutcome } from './user-refusal.ts';
import { refuseChange } from './user.policy.ts';
import { findUser, type NewUser, type UserRecord } from './user.repo.ts';
import type { UserWriter } from './user-writer.ts';

export interface RegistrationDeps {
  database: Database;
  writer: UserWriter;
  passwords: Passwords;
  clock: Clock;
  mintUid: UidFactory;
  /**
   * Whether people are taken for what they say they are, as the it-support document has it: admins too, and agents
   * without approval (contract, A10). Only where whoever runs the node asked for that.
   */
  isOpen: boolean;
}

/** What somebody says of themselves who opens an account without anybody's help. */
export interface RegistrationInput {
  username: string;
  email: string;
  password: string;
  fullName: string;
  role: 'admin' | 'agent' | 'customer';
  contactNumber: string | null;
}

/** Accounts that people open by themselves: customers at once, agents once an admin has approved them. */
export class RegistrationService {
  readonly #deps: RegistrationDeps;

  constructor(deps: RegistrationDeps) {
    this.#deps = deps;
  }

  async register(input: RegistrationInput, rules: PasswordRules): Promise<UserOutcome<UserRecord>> {
    const { database, writer, passwords, clock, mintUid, isOpen } = this.#deps;
    if (input.role === 'admin' && !isOpen) return refused({ code: 'admins_only' });
    const { username, email, password } = input;
    const text = findWeakness(password, rules);
    if (text !== null) return refused({ code: 'weak_password', text });
    const taken = await refuseTaken(database.db, username, email);
    if (taken !== null) return refused(taken);
    const user = newRegistered(input, {
      uid: mintUid(),
      password_hash: await passwords.hash(password),
      is_approved: input.role === 'agent' && !isOpen ? 0 : 1,
    });
    return database.write(async (tx) => {
      // Once more: hashing took its time, and somebody may have taken the name meanwhile.
      const refusal = await refuseTaken(tx.db, username, email);
      return refusal === null ? done(await writer.insert(tx, user, clock.now())) : refused(refusal);
    });
  }

  /** Lets a registered agent work; who is approved already stays so. */
  approve(actor: Actor, agentId: number): Promise<UserOutcome<UserRecord>> {
    const { database, writer, clock } = this.#deps;
    return database.write(async (tx) => {
      const user = await findUser(tx.db, agentId);
      if (user === null || user.role !== 'agent') return refused({ code: 'agent_not_found', id: agentId });
      const refusal = refuseChange(actor, user);
      if (refusal !== null) return refused(refusal);
      const now = clock.now();
      const changes = { is_approved: 1 };
      await auditUserChange(tx, { actor, action: 'agent_approved' }, user, changes, now);
      return done(await writer.update(tx, user, changes, now));
    });
  }
}

/** Agents start in the general department, which takes everything that is nobody's (contract, A17). */
function newRegistered(
  input: RegistrationInput,
  added: Pick<NewUser, 'uid' | 'password_hash' | 'is_approved'>,
): NewUser {
  const isAgent = input.role === 'agent';
  return {
    ...added,
    username: input.username,
    email: input.email,
    ...nameFromFull(input.fullName),
    role: input.role,
    is_active: 1,
    is_available: 1,
    agent_capacity: defaultAgentCapacity,
    department: isAgent ? 'general' : null,
    contact_number: input.contactNumber,
  };
}
