import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { testPassword } from '../testing/test-users.ts';
import type { Grant, SessionPolicy } from './grant.ts';
import { strictPasswordRules } from './password-rules.ts';
import { Tokens } from './tokens.ts';

const policy: SessionPolicy = {
  surface: 'v1',
  roles: ['super_admin', 'admin', 'agent'],
  accessSeconds: 900,
  refreshSeconds: 604_800,
};

async function signIn({ services }: TestDesk, login = 'agent', password = testPassword): Promise<Grant> {
  const grant = await services.auth.signIn(login, password, policy);
  if (grant === null) throw new Error(`${login} cannot sign in`);
  return grant;
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

test('tokens carry the documented claims in the documented order', async () => {
  await using desk = await createTestDesk();
  const grant = await signIn(desk);
  const access = claimsOf(grant.accessToken);
  expect(Object.keys(access).slice(0, 8)).toEqual([
    'user_id',
    'username',
    'email',
    'role',
    'department',
    'token_type',
    'exp',
    'iat',
  ]);
  expect(access).toMatchObject({ username: 'agent', role: 'agent', token_type: 'access' });
  expect(Number(access['exp']) - Number(access['iat'])).toBe(900);
  const refresh = claimsOf(grant.refreshToken);
  expect(refresh).toMatchObject({
    user_id: desk.users.agent.id,
    username: 'agent',
    token_type: 'refresh',
  });
  expect(Number(refresh['exp']) - Number(refresh['iat'])).toBe(604_800);
  expect(claimsOf(`x.${grant.accessToken}`)).toEqual({ alg: 'HS256', typ: 'JWT' });
});

test.each(['agent', 'AGENT', 'agent@example.org', 'Agent@Example.org'])('%s signs in', async (login) => {
  await using desk = await createTestDesk();
  const grant = await signIn(desk, login);
  expect(grant.user.username).toBe('agent');
});

test.each([
  ['nobody', testPassword],
  ['agent', 'wrong'],
  ['agent', ''],
  ['', testPassword],
  ['leaver', testPassword],
  ['customer', testPassword],
  ["' or 1=1 --", testPassword],
])('%s with %s does not sign in and leaves no session', async (login, password) => {
  await using desk = await createTestDesk();
  const { auth, database } = desk.services;
  expect(await auth.signIn(login, password, policy)).toBeNull();
  expect(await database.db.selectFrom('session').select('id').execute()).toEqual([]);
});

test('an access token is no refresh token, nor the other way round', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const grant = await signIn(desk);
  expect(await auth.refresh(grant.accessToken, policy)).toBeNull();
  await expect(auth.verifyAccess(grant.refreshToken)).rejects.toMatchObject({ kind: 'signed_out' });
});

test('tokens of another secret, without a signature, or altered are nobody’s', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const { accessToken } = await signIn(desk);
  const [head, body, signature] = accessToken.split('.') as [string, string, string];
  const admin = Buffer.from(JSON.stringify({ ...claimsOf(accessToken), user_id: 1 })).toString('base64url');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  const foreign = new Tokens('another secret', desk.clock).sign(claimsOf(accessToken) as never);
  const forged = [
    `${head}.${admin}.${signature}`,
    `${none}.${body}.`,
    foreign,
    `${head}.${body}`,
    '',
    'x.y.z',
  ];
  for (const token of forged) {
    await expect(auth.verifyAccess(token)).rejects.toMatchObject({ kind: 'signed_out' });
  }
});

test('an access token ends after its time', async () => {
  await using desk = await createTestDesk();
  const { accessToken } = await signIn(desk);
  desk.clock.advance(899_000);
  await desk.services.auth.verifyAccess(accessToken);
  desk.clock.advance(2_000);
  await expect(desk.services.auth.verifyAccess(accessToken)).rejects.toMatchObject({ kind: 'signed_out' });
});

test('a refresh token works once, and its repeat within 30 seconds gets the same answer', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const first = await signIn(desk);
  desk.clock.advance(60_000);
  const second = await auth.refresh(first.refreshToken, policy);
  expect(second?.refreshToken).not.toBe(first.refreshToken);
  desk.clock.advance(29_000);
  const repeat = await auth.refresh(first.refreshToken, policy);
  expect(repeat?.refreshToken).toBe(second?.refreshToken);
  const third = await auth.refresh(second!.refreshToken, policy);
  expect(third).not.toBeNull();
});

test('a used refresh token that comes back later ends the whole session', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const first = await signIn(desk);
  const bystander = await signIn(desk);
  const second = await auth.refresh(first.refreshToken, policy);
  desk.clock.advance(31_000);
  expect(await auth.refresh(first.refreshToken, policy)).toBeNull();
  expect(await auth.refresh(second!.refreshToken, policy)).toBeNull();
  expect(await auth.refresh(bystander.refreshToken, policy)).not.toBeNull();
});

test('a token two generations old ends the session even at once', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const first = await signIn(desk);
  const second = await auth.refresh(first.refreshToken, policy);
  const third = await auth.refresh(second!.refreshToken, policy);
  expect(await auth.refresh(first.refreshToken, policy)).toBeNull();
  expect(await auth.refresh(third!.refreshToken, policy)).toBeNull();
});

test('two uses at the same moment are answered alike', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const { refreshToken } = await signIn(desk);
  const [one, two] = await Promise.all([
    auth.refresh(refreshToken, policy),
    auth.refresh(refreshToken, policy),
  ]);
  expect(one?.refreshToken).toBeDefined();
  expect(one?.refreshToken).toBe(two?.refreshToken);
});

test('a session lives as long as it is used, and no longer', async () => {
  await using desk = await createTestDesk();
  const { auth, database } = desk.services;
  const sixDaysMs = 6 * 86_400_000;
  let grant = await signIn(desk);
  for (let times = 0; times < 3; times += 1) {
    desk.clock.advance(sixDaysMs);
    grant = (await auth.refresh(grant.refreshToken, policy))!;
    expect(grant).not.toBeNull();
  }
  desk.clock.advance(sixDaysMs + 86_400_001);
  expect(await auth.refresh(grant.refreshToken, policy)).toBeNull();
  await signIn(desk);
  const sessions = await database.db.selectFrom('session').select('id').execute();
  expect(sessions).toHaveLength(1);
});

test('signing out ends the session; the access token lasts until its time', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const grant = await signIn(desk);
  const { sessionId } = await auth.verifyAccess(grant.accessToken);
  await auth.signOut(sessionId);
  expect(await auth.refresh(grant.refreshToken, policy)).toBeNull();
  await auth.verifyAccess(grant.accessToken);
});

test('a new password ends every other session', async () => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const own = await signIn(desk);
  const other = await signIn(desk);
  const access = await auth.verifyAccess(own.accessToken);
  const change = { oldPassword: testPassword, newPassword: 'Another-Horse-8' };
  expect(await auth.changePassword(access, change, strictPasswordRules)).toEqual({ kind: 'changed' });
  expect(await auth.refresh(other.refreshToken, policy)).toBeNull();
  expect(await auth.refresh(own.refreshToken, policy)).not.toBeNull();
  expect(await auth.signIn('agent', testPassword, policy)).toBeNull();
  await signIn(desk, 'agent', 'Another-Horse-8');
});

test.each([
  ['wrong', 'Another-Horse-8', { kind: 'wrong_password' }],
  [testPassword, 'Sh0rt!', { kind: 'weak', text: 'Password must be at least 8 characters long' }],
  [testPassword, 'no-upper-8', { kind: 'weak', text: 'Password must contain at least one uppercase letter' }],
  [testPassword, 'NO-LOWER-8', { kind: 'weak', text: 'Password must contain at least one lowercase letter' }],
  [testPassword, 'No-Digit-x', { kind: 'weak', text: 'Password must contain at least one digit' }],
  [
    testPassword,
    'NoSpecial88',
    { kind: 'weak', text: 'Password must contain at least one special character' },
  ],
  [testPassword, `Aa1!${'ü'.repeat(40)}`, { kind: 'weak', text: 'Password must be at most 72 bytes long' }],
])('changing %s to %s is refused', async (oldPassword, newPassword, refusal) => {
  await using desk = await createTestDesk();
  const { auth } = desk.services;
  const access = await auth.verifyAccess((await signIn(desk)).accessToken);
  expect(await auth.changePassword(access, { oldPassword, newPassword }, strictPasswordRules)).toEqual(
    refusal,
  );
  await signIn(desk);
});

test('deactivation ends everything at once, and coming back needs a new sign-in', async () => {
  await using desk = await createTestDesk();
  const { auth, users } = desk.services;
  const { superAdmin, agent } = desk.users;
  const grant = await signIn(desk);
  await users.deactivate(superAdmin, agent.id);
  await expect(auth.verifyAccess(grant.accessToken)).rejects.toMatchObject({ kind: 'signed_out' });
  expect(await auth.refresh(grant.refreshToken, policy)).toBeNull();
  await users.activate(superAdmin, agent.id);
  expect(await auth.refresh(grant.refreshToken, policy)).toBeNull();
  await signIn(desk);
});

test('a sign-in by name or address is found in the indexes', async () => {
  await using desk = await createTestDesk();
  const connection = new BetterSqlite3(desk.file, { readonly: true });
  const plan = connection
    .prepare(
      'EXPLAIN QUERY PLAN select id from "user" where deleted_at is null and (lower("user".username) = lower(?) or lower("user".email) = lower(?))',
    )
    .all('a', 'a') as { detail: string }[];
  connection.close();
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/user_username.*user_email/s);
});
