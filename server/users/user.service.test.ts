import { expect, test } from 'vitest';
import { strictPasswordRules } from '../auth/password-rules.ts';
import type { CommittedChange } from '../sync/change-feed.ts';
import { readHead } from '../sync/change-log.repo.ts';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { testPassword } from '../testing/test-users.ts';
import { nameFromFull, nameFromParts } from './person-name.ts';
import { findProfile } from './profile.repo.ts';

const input = {
  username: 'newcomer',
  email: 'newcomer@example.org',
  password: testPassword,
  fullName: '  Ada  King of Lovelace ',
  role: 'agent' as const,
  department: 'loan' as const,
};

/** What the desk tells its consoles from now on. */
function listen({ services: { feed } }: TestDesk) {
  const heard = { changes: [] as CommittedChange[], scopes: [] as number[] };
  feed.subscribe((change) => heard.changes.push(change));
  feed.subscribeScopes((userId) => heard.scopes.push(userId));
  return heard;
}

async function lastLogged({ services: { database } }: TestDesk) {
  return database.db
    .selectFrom('change_log')
    .innerJoin('audience', 'audience.id', 'change_log.audience_id')
    .select(['change_log.seq', 'change_log.ent', 'change_log.row_id', 'audience.tokens'])
    .orderBy('change_log.seq', 'desc')
    .executeTakeFirst();
}

test('a new colleague is stored whole and shown to the staff', async () => {
  await using desk = await createTestDesk();
  const heard = listen(desk);
  const { users, database } = desk.services;
  const outcome = await users.createStaff(desk.users.admin, input, strictPasswordRules);
  if (outcome.kind !== 'done') throw new Error(outcome.refusal.code);
  const { value: user } = outcome;
  expect(user).toMatchObject({
    username: 'newcomer',
    full_name: 'Ada  King of Lovelace',
    first_name: 'Ada',
    last_name: 'King of Lovelace',
    agent_capacity: 10,
    is_active: 1,
    is_approved: 1,
    ver: 1,
  });
  const row = await findProfile(database.db, user.id);
  const { seq } = await readHead(database.db);
  expect(await lastLogged(desk)).toEqual({ seq, ent: 'profile', row_id: user.id, tokens: 'staff' });
  expect(heard.changes).toMatchObject([
    { seq, tokens: ['staff'], ops: [{ op: 'put', ent: 'profile', row }] },
  ]);
});

test('a change raises the version and is told; the same again is not', async () => {
  await using desk = await createTestDesk();
  const heard = listen(desk);
  const { users } = desk.services;
  const { admin, agent } = desk.users;
  const change = () => users.update(admin, agent.id, { fullName: 'Grace Hopper', isAvailable: false });
  expect(await change()).toMatchObject({
    kind: 'done',
    value: { ver: 2, full_name: 'Grace Hopper', first_name: 'Grace', last_name: 'Hopper', is_available: 0 },
  });
  expect(await change()).toMatchObject({ kind: 'done', value: { ver: 2 } });
  expect(heard.changes).toHaveLength(1);
  expect(heard.scopes).toEqual([]);
});

test('what is not part of the profile changes no version', async () => {
  await using desk = await createTestDesk();
  const heard = listen(desk);
  const outcome = await desk.services.users.update(desk.users.admin, desk.users.agent.id, {
    agentCapacity: 25,
  });
  expect(outcome).toMatchObject({ kind: 'done', value: { ver: 1, agent_capacity: 25 } });
  expect(heard.changes).toEqual([]);
});

test('who may see something else from now on is told to come back', async () => {
  await using desk = await createTestDesk();
  const heard = listen(desk);
  const { users } = desk.services;
  const { admin, agent } = desk.users;
  await users.update(admin, agent.id, { department: 'technical' });
  await users.deactivate(admin, agent.id);
  await users.activate(admin, agent.id);
  await users.activate(admin, agent.id);
  expect(heard.scopes).toEqual([agent.id, agent.id, agent.id]);
  expect(heard.changes).toHaveLength(3);
});

test('what is for agents alone is ignored for admins', async () => {
  await using desk = await createTestDesk();
  const { superAdmin, admin } = desk.users;
  const changes = {
    department: 'loan',
    agentCapacity: 3,
    isAvailable: false,
    email: 'boss@example.org',
  } as const;
  expect(await desk.services.users.update(superAdmin, admin.id, changes)).toMatchObject({
    kind: 'done',
    value: { department: null, agent_capacity: 10, is_available: 1, email: 'boss@example.org' },
  });
});

test('a name or address is nobody else’s name or address', async () => {
  await using desk = await createTestDesk();
  const { users } = desk.services;
  const { admin } = desk.users;
  const create = (fields: Partial<typeof input>) =>
    users.createStaff(admin, { ...input, ...fields }, strictPasswordRules);
  expect(await create({ username: 'Customer' })).toMatchObject({ refusal: { code: 'username_taken' } });
  expect(await create({ username: 'agent@example.org' })).toMatchObject({
    refusal: { code: 'username_taken' },
  });
  expect(await create({ email: 'AGENT@example.org' })).toMatchObject({ refusal: { code: 'email_taken' } });
  const both = await Promise.all([create({}), create({ email: 'second@example.org' })]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
});

test('there is one first super admin', async () => {
  await using desk = await createTestDesk();
  const { users, database } = desk.services;
  const first = { username: 'root', password: testPassword, email: null, fullName: 'Super Administrator' };
  expect(await users.createSuperAdmin(first)).toBeNull();
  await database.write(async (tx) => {
    await tx.sql
      .updateTable('user')
      .set({ role: 'admin' })
      .where('id', '=', desk.users.superAdmin.id)
      .execute();
  });
  expect(await users.createSuperAdmin(first)).toMatchObject({ role: 'super_admin', username: 'root' });
});

test.each([
  ['Ada', 'Ada', ''],
  ['Ada King', 'Ada', 'King'],
  ['  Ada   King  Lovelace ', 'Ada', 'King  Lovelace'],
  ['Ünal Öz', 'Ünal', 'Öz'],
])('the name %j has its parts', (full, first, last) => {
  const name = nameFromFull(full);
  expect(name).toEqual({ full_name: full.trim(), first_name: first, last_name: last });
  expect(nameFromParts(first, last).full_name).toBe(`${first} ${last}`.trim());
});
