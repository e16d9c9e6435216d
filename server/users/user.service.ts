import type { Clock } from '#shared/model/clock.ts';
import type { Department } from '#shared/model/department.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import { findWeakness, type PasswordRules } from '../auth/password-rules.ts';
import type { Passwords } from '../auth/passwords.ts';
import { revokeSessionsOf } from '../auth/session.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { nameFromFull } from './person-name.ts';
import { done, refused, type UserOutcome, type UserRefusal } from './user-refusal.ts';
import { refuseChange, refuseCreation, refuseDeactivation } from './user.policy.ts';
import {
  countUsers,
  findUser,
  hasRole,
  isLoginTaken,
  listUsers,
  type NewUser,
  type Page,
  type UserChanges,
  type UserFilter,
  type UserRecord,
} from './user.repo.ts';
import type { UserWriter } from './user-writer.ts';

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

export interface UserServiceDeps {
  database: Database;
  writer: UserWriter;
  passwords: Passwords;
  clock: Clock;
  mintUid: UidFactory;
}

/** Changes users, for every surface. Expected refusals are values; only faults throw. */
export class UserService {
  readonly #deps: UserServiceDeps;

  constructor(deps: UserServiceDeps) {
    this.#deps = deps;
  }

  find(id: number): Promise<UserRecord | null> {
    return findUser(this.#deps.database.db, id);
  }

  /** A page of users, and how many the filter finds in all. */
  async list(filter: UserFilter, page: Page): Promise<{ users: UserRecord[]; total: number }> {
    const { db } = this.#deps.database;
    const [users, total] = await Promise.all([listUsers(db, filter, page), countUsers(db, filter)]);
    return { users, total };
  }

  async createStaff(actor: Actor, input: StaffInput, rules: PasswordRules): Promise<UserOutcome<UserRecord>> {
    const refusal = refuseCreation(actor, input.role) ?? refuseInput(input, rules);
    if (refusal !== null) return refused(refusal);
    const isAgent = input.role === 'agent';
    return this.#insert({
      username: input.username,
      email: input.email,
      fullName: input.fullName,
      password: input.password,
      role: input.role,
      department: isAgent ? input.department : null,
      agentCapacity: (isAgent ? input.agentCapacity : undefined) ?? defaultAgentCapacity,
    });
  }

  /** The first user of a desk; null when it has a super admin already. */
  async createSuperAdmin(input: {
    username: string;
    password: string;
    email: string | null;
    fullName: string;
  }): Promise<UserRecord | null> {
    if (await hasRole(this.#deps.database.db, 'super_admin')) return null;
    const outcome = await this.#insert({
      ...input,
      role: 'super_admin',
      department: null,
      agentCapacity: defaultAgentCapacity,
    });
    return outcome.kind === 'done' ? outcome.value : null;
  }

  update(actor: Actor, id: number, changes: StaffChanges): Promise<UserOutcome<UserRecord>> {
    return this.#change(id, async (tx, user) => {
      const refusal = refuseChange(actor, user) ?? (await refuseChanges(tx, user, changes));
      if (refusal !== null) return refusal;
      return columnsOf(user, changes);
    });
  }

  /** Ends everything the user has under way: their sessions, and by the next request their access tokens. */
  deactivate(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    return this.#change(id, async (tx, user) => {
      const refusal = refuseDeactivation(actor, user);
      if (refusal !== null) return refusal;
      await revokeSessionsOf(tx, id, this.#deps.clock.now());
      return { is_active: 0 };
    });
  }

  activate(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    return this.#change(id, async (_tx, user) => refuseChange(actor, user) ?? { is_active: 1 });
  }

  /** An agent on a break is given no new tickets by itself. */
  async toggleAvailability(actor: Actor, agentId: number): Promise<UserOutcome<UserRecord>> {
    const outcome = await this.#change(agentId, async (_tx, user) => {
      if (user.role !== 'agent') return { code: 'agent_not_found', id: agentId };
      return refuseChange(actor, user) ?? { is_available: user.is_available === 1 ? 0 : 1 };
    });
    const isAbsent = outcome.kind === 'refused' && outcome.refusal.code === 'user_not_found';
    return isAbsent ? refused({ code: 'agent_not_found', id: agentId }) : outcome;
  }

  #change(
    id: number,
    decide: (tx: Tx, user: UserRecord) => Promise<UserRefusal | UserChanges>,
  ): Promise<UserOutcome<UserRecord>> {
    const { database, writer, clock } = this.#deps;
    return database.write(async (tx) => {
      const user = await findUser(tx.db, id);
      if (user === null || !isStaff(user)) return refused({ code: 'user_not_found', id });
      const decision = await decide(tx, user);
      if ('code' in decision) return refused(decision);
      return done(await writer.update(tx, user, decision, clock.now()));
    });
  }

  async #insert(input: {
    username: string;
    password: string;
    email: string | null;
    fullName: string;
    role: NewUser['role'];
    department: Department | null;
    agentCapacity: number;
  }): Promise<UserOutcome<UserRecord>> {
    const { database, writer, passwords, clock, mintUid } = this.#deps;
    const { username, email } = input;
    const taken = await refuseTaken(database.db, username, email);
    if (taken !== null) return refused(taken);
    const user: NewUser = {
      uid: mintUid(),
      username,
      email,
      password_hash: await passwords.hash(input.password),
      ...nameFromFull(input.fullName),
      role: input.role,
      is_active: 1,
      is_approved: 1,
      is_available: 1,
      agent_capacity: input.agentCapacity,
      department: input.department,
    };
    return database.write(async (tx) => {
      // Once more: hashing took its time, and somebody may have taken the name meanwhile.
      const refusal = await refuseTaken(tx.db, username, email);
      return refusal === null ? done(await writer.insert(tx, user, clock.now())) : refused(refusal);
    });
  }
}

async function refuseTaken(
  db: Tx['db'],
  username: string,
  email: string | null,
): Promise<UserRefusal | null> {
  if (await isLoginTaken(db, username)) return { code: 'username_taken', username };
  if (email !== null && (await isLoginTaken(db, email))) return { code: 'email_taken', email };
  return null;
}

function refuseInput(input: StaffInput, rules: PasswordRules): UserRefusal | null {
  if (input.role === 'agent' && input.department === null) return { code: 'department_required' };
  if (input.agentCapacity !== undefined && input.agentCapacity < 1) return { code: 'capacity_too_small' };
  const text = findWeakness(input.password, rules);
  return text === null ? null : { code: 'weak_password', text };
}

async function refuseChanges(tx: Tx, user: UserRecord, changes: StaffChanges): Promise<UserRefusal | null> {
  const { email, agentCapacity } = changes;
  if (agentCapacity !== undefined && agentCapacity < 1) return { code: 'capacity_too_small' };
  const isTaken = email !== undefined && (await isLoginTaken(tx.db, email, user.id));
  return isTaken ? { code: 'email_taken', email } : null;
}

function columnsOf(
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
