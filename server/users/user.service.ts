import type { Department } from '#shared/model/department.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import type { AuditAction } from '../audit/audit-log.repo.ts';
import type { PasswordRules } from '../auth/password-rules.ts';
import type { Passwords } from '../auth/passwords.ts';
import { revokeSessionsOf } from '../auth/session.repo.ts';
import type { Tx } from '../database/handles.ts';
import { nameFromFull } from './person-name.ts';
import {
  columnsOf,
  defaultAgentCapacity,
  refuseChanges,
  refuseInput,
  refuseTaken,
  type StaffChanges,
  type StaffInput,
} from './staff-input.ts';
import { refused, type UserOutcome, type UserRefusal } from './user-refusal.ts';
import { refuseChange, refuseCreation, refuseDeactivation } from './user.policy.ts';
import {
  countUsers,
  findUser,
  hasRole,
  listUsers,
  type NewUser,
  type Page,
  type UserChanges,
  type UserFilter,
  type UserRecord,
} from './user.repo.ts';
import { addUser, changeUser, type WriteUserDeps } from './write-user.ts';

export interface UserServiceDeps extends WriteUserDeps {
  passwords: Passwords;
  mintUid: UidFactory;
}

/** Whether tickets are given to them at all: to agents, once they are approved. */
const isAtWork = ({ role, is_approved }: UserRecord): boolean => role === 'agent' && is_approved === 1;

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
    return this.#insert(actor, {
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
    const outcome = await this.#insert(null, {
      ...input,
      role: 'super_admin',
      department: null,
      agentCapacity: defaultAgentCapacity,
    });
    return outcome.kind === 'done' ? outcome.value : null;
  }

  update(actor: Actor, id: number, changes: StaffChanges): Promise<UserOutcome<UserRecord>> {
    return this.#change(id, { actor, action: 'user_updated' }, async (tx, user) => {
      const refusal = refuseChange(actor, user) ?? (await refuseChanges(tx.db, user, changes));
      if (refusal !== null) return refusal;
      return columnsOf(user, changes);
    });
  }

  /** Ends everything the user has under way: their sessions, and by the next request their access tokens. */
  deactivate(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    return this.#change(id, { actor, action: 'user_deactivated' }, async (tx, user) => {
      const refusal = refuseDeactivation(actor, user);
      if (refusal !== null) return refusal;
      await revokeSessionsOf(tx, id, this.#deps.clock.now());
      return { is_active: 0 };
    });
  }

  activate(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    const deed = { actor, action: 'user_activated' } as const;
    return this.#change(id, deed, async (_tx, user) => refuseChange(actor, user) ?? { is_active: 1 });
  }

  /** An agent on a break is given no new tickets by itself. */
  async toggleAvailability(actor: Actor, agentId: number): Promise<UserOutcome<UserRecord>> {
    const deed = { actor, action: 'agent_availability_changed' } as const;
    const outcome = await this.#change(agentId, deed, async (_tx, user) => {
      if (user.role !== 'agent') return { code: 'agent_not_found', id: agentId };
      return refuseChange(actor, user) ?? { is_available: user.is_available === 1 ? 0 : 1 };
    });
    const isAbsent = outcome.kind === 'refused' && outcome.refusal.code === 'user_not_found';
    return isAbsent ? refused({ code: 'agent_not_found', id: agentId }) : outcome;
  }

  /** Null for those who are given no tickets. */
  async readOwnAvailability(actor: Actor): Promise<boolean | null> {
    const user = await findUser(this.#deps.database.db, actor.id);
    return user !== null && isAtWork(user) ? user.is_available === 1 : null;
  }

  /** What an agent says of themselves, as from the tray at the end of a day. */
  setOwnAvailability(actor: Actor, isAvailable: boolean): Promise<UserOutcome<UserRecord>> {
    const deed = { actor, action: 'agent_availability_changed' } as const;
    return this.#change(actor.id, deed, async (_tx, user) =>
      isAtWork(user) ? { is_available: isAvailable ? 1 : 0 } : { code: 'agent_not_found', id: actor.id },
    );
  }

  #change(
    id: number,
    deed: { actor: Actor; action: AuditAction },
    decide: (tx: Tx, user: UserRecord) => Promise<UserRefusal | UserChanges>,
  ): Promise<UserOutcome<UserRecord>> {
    return changeUser(this.#deps, id, deed, async (tx, user) =>
      isStaff(user) ? decide(tx, user) : { code: 'user_not_found', id },
    );
  }

  /** `actor` is null for the first user, whom nobody makes. */
  async #insert(
    actor: Actor | null,
    input: {
      username: string;
      password: string;
      email: string | null;
      fullName: string;
      role: NewUser['role'];
      department: Department | null;
      agentCapacity: number;
    },
  ): Promise<UserOutcome<UserRecord>> {
    const { database, passwords, mintUid } = this.#deps;
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
    return addUser(this.#deps, actor, user);
  }
}
