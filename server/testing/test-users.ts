import { hash } from 'bcrypt';
import type { Actor } from '#shared/model/user.ts';
import type { Services } from '../services.ts';
import { nameFromFull } from '../users/person-name.ts';
import { findActor } from '../users/profile.repo.ts';
import type { NewUser } from '../users/user.repo.ts';

/** The password of every test user; it satisfies the strictest of the documented rules. */
export const testPassword = 'Correct-Horse-9';

/** The cheapest hash bcrypt makes: what is tested is never its cost. */
const passwordHash = hash(testPassword, 4);

export type UserFields = Partial<Omit<NewUser, 'uid'>>;

let created = 0;

/** Stores a user; whatever is not given is filled in with something valid. Answers the actor it signs in as. */
export async function createTestUser(
  { database, userWriter, mintUid, clock }: Services,
  fields: UserFields = {},
): Promise<Actor> {
  created += 1;
  const username = fields.username ?? `user${created}`;
  const user: NewUser = {
    uid: mintUid(),
    username,
    email: `${username}@example.org`,
    password_hash: await passwordHash,
    ...nameFromFull(`Test ${username}`),
    role: 'agent',
    is_active: 1,
    is_approved: 1,
    is_available: 1,
    agent_capacity: 10,
    department: null,
    ...fields,
  };
  const { id } = await database.write((tx) => userWriter.insert(tx, user, clock.now()));
  const actor = await findActor(database.db, id);
  if (actor === null) throw new Error(`The test user ${username} cannot act`);
  return actor;
}

/** One user of every role and scope that a policy tells apart. */
export interface TestUsers {
  superAdmin: Actor;
  admin: Actor;
  /** Works in `payment`. */
  agent: Actor;
  /** Works in `payment`, too: the colleague whose tickets the agent must not see. */
  colleague: Actor;
  /** Works in `technical`. */
  outsider: Actor;
  /** Registered by herself and not yet approved. */
  applicant: Actor;
  /** Deactivated. */
  leaver: Actor;
  customer: Actor;
}

export async function createTestUsers(services: Services): Promise<TestUsers> {
  const create = (username: string, fields: UserFields): Promise<Actor> =>
    createTestUser(services, { username, ...fields });
  return {
    superAdmin: await create('superadmin', { role: 'super_admin' }),
    admin: await create('admin', { role: 'admin' }),
    agent: await create('agent', { department: 'payment' }),
    colleague: await create('colleague', { department: 'payment' }),
    outsider: await create('outsider', { department: 'technical' }),
    applicant: await create('applicant', { department: 'payment', is_approved: 0 }),
    leaver: await create('leaver', { department: 'payment', is_active: 0 }),
    customer: await create('customer', { role: 'customer' }),
  };
}
