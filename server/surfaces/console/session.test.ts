import type { InjectOptions } from 'fastify';
import { expect, test } from 'vitest';
import { deskErrorSchema } from '#shared/protocol/errors.ts';
import { sessionCookie, sessionGrantSchema, sessionPath } from '#shared/protocol/console-session.ts';
import { createTestNode, type TestNode } from '../../testing/test-node.ts';
import { testPassword } from '../../testing/test-users.ts';

const credentials = { username: 'agent', password: testPassword };

const post = (node: TestNode, url: string, options: InjectOptions = {}) =>
  node.app.inject({ method: 'POST', url, ...options });

function cookieOf(answer: Awaited<ReturnType<typeof post>>) {
  const found = answer.cookies.find(({ name }) => name === sessionCookie);
  if (found === undefined) throw new Error('The answer sets no cookie');
  return found;
}

test('signing in grants an access token and hides the refresh token in a cookie', async () => {
  await using node = await createTestNode();
  const answer = await post(node, sessionPath, { payload: credentials });
  expect(answer.statusCode).toBe(200);
  const grant = sessionGrantSchema.parse(answer.json());
  expect(grant).toMatchObject({ expires_in: 900, user: { username: 'agent', department: 'payment' } });
  expect(cookieOf(answer)).toMatchObject({
    httpOnly: true,
    sameSite: 'Strict',
    path: '/api/console/session',
    maxAge: 30 * 24 * 60 * 60,
  });
  expect(answer.body).not.toContain(cookieOf(answer).value);
  expect(answer.headers['cache-control']).toBe('no-store');
  const access = await node.services.auth.verifyAccess(grant.access_token);
  expect(access.actor.id).toBe(node.users.agent.id);
});

test.each(['customer', 'leaver', 'nobody'])('%s cannot sign in', async (username) => {
  await using node = await createTestNode();
  const answer = await post(node, sessionPath, { payload: { username, password: testPassword } });
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toEqual({ error: { kind: 'signed_out', message: 'Wrong username or password' } });
  expect(answer.cookies).toEqual([]);
});

test('the session is renewed by its cookie, which changes with each use', async () => {
  await using node = await createTestNode();
  const first = cookieOf(await post(node, sessionPath, { payload: credentials }));
  const renewed = await post(node, `${sessionPath}/refresh`, { cookies: { [sessionCookie]: first.value } });
  expect(renewed.statusCode).toBe(200);
  expect(cookieOf(renewed).value).not.toBe(first.value);
  sessionGrantSchema.parse(renewed.json());

  node.clock.advance(31_000);
  const stolen = await post(node, `${sessionPath}/refresh`, { cookies: { [sessionCookie]: first.value } });
  expect(stolen.statusCode).toBe(401);
  expect(cookieOf(stolen)).toMatchObject({ value: '', maxAge: 0 });
  const after = await post(node, `${sessionPath}/refresh`, {
    cookies: { [sessionCookie]: cookieOf(renewed).value },
  });
  expect(after.statusCode).toBe(401);
});

test('signing out ends the session', async () => {
  await using node = await createTestNode();
  const { value } = cookieOf(await post(node, sessionPath, { payload: credentials }));
  const out = await node.app.inject({
    method: 'DELETE',
    url: sessionPath,
    cookies: { [sessionCookie]: value },
  });
  expect(out.statusCode).toBe(204);
  expect(cookieOf(out).maxAge).toBe(0);
  const again = await post(node, `${sessionPath}/refresh`, { cookies: { [sessionCookie]: value } });
  expect(again.statusCode).toBe(401);
});

test('a console token is not taken by the v1 surface, nor the other way round', async () => {
  await using node = await createTestNode();
  const { value } = cookieOf(await post(node, sessionPath, { payload: credentials }));
  const v1 = await post(node, '/api/v1/auth/refresh', { payload: { refresh_token: value } });
  expect(v1.statusCode).toBe(401);
  const login = await post(node, '/api/v1/auth/login', { payload: credentials });
  const token: string = login.json().data.refresh_token;
  const answer = await post(node, `${sessionPath}/refresh`, { cookies: { [sessionCookie]: token } });
  expect(answer.statusCode).toBe(401);
});

test.each([
  { origin: 'https://evil.example.org' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('a page of another site is turned away: %j', async (headers) => {
  await using node = await createTestNode();
  for (const url of [sessionPath, `${sessionPath}/refresh`]) {
    const answer = await post(node, url, {
      headers: { host: 'desk:8000', ...headers },
      payload: credentials,
    });
    expect(answer.statusCode).toBe(403);
    expect(deskErrorSchema.parse(answer.json().error).kind).toBe('forbidden');
  }
});

test('the node’s own page may sign in', async () => {
  await using node = await createTestNode();
  const answer = await post(node, sessionPath, {
    headers: { host: 'desk:8000', origin: 'http://desk:8000', 'sec-fetch-site': 'same-origin' },
    payload: credentials,
  });
  expect(answer.statusCode).toBe(200);
});

test.each([{}, { username: 'agent' }, { ...credentials, extra: 1 }, { username: 1, password: 2 }, []])(
  'bad input is refused: %j',
  async (payload) => {
    await using node = await createTestNode();
    const answer = await post(node, sessionPath, { payload });
    expect(answer.statusCode).toBe(400);
    expect(deskErrorSchema.parse(answer.json().error).kind).toBe('invalid');
  },
);

test('who renews a session that was taken back is told so, and who comes too late is not', async () => {
  await using node = await createTestNode();
  const signIn = async (): Promise<string> =>
    cookieOf(await post(node, sessionPath, { payload: credentials })).value;
  const renew = (value: string) =>
    post(node, `${sessionPath}/refresh`, { cookies: { [sessionCookie]: value } });
  const [left, closed] = [await signIn(), await signIn()];
  await node.services.auth.signOutByRefreshToken(left);
  expect((await renew(left)).json()).toMatchObject({
    error: { kind: 'signed_out', data: { code: 'revoked' } },
  });
  await node.services.users.deactivate(node.users.superAdmin, node.users.agent.id);
  expect((await renew(closed)).json()).toMatchObject({ error: { data: { code: 'revoked' } } });
  for (const value of ['', 'made.up.token']) {
    expect((await renew(value)).json()).toEqual({
      error: { kind: 'signed_out', message: 'You are signed out' },
    });
  }
});

test('a session that ended by itself was not taken back', async () => {
  await using node = await createTestNode();
  const { value } = cookieOf(await post(node, sessionPath, { payload: credentials }));
  node.clock.advance(31 * 24 * 60 * 60 * 1000);
  const late = await post(node, `${sessionPath}/refresh`, { cookies: { [sessionCookie]: value } });
  expect(late.json()).toEqual({ error: { kind: 'signed_out', message: 'You are signed out' } });
});

test('a proxy in front of the node says how it was asked, if it is one that is trusted', async () => {
  const isSecure = async (trustedProxies: string[]): Promise<boolean> => {
    await using node = await createTestNode({ config: { trustedProxies } });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
    return cookieOf(await post(node, sessionPath, { payload: credentials, headers })).secure === true;
  };
  expect(await isSecure([])).toBe(false);
  expect(await isSecure(['10.0.0.0/8'])).toBe(false);
  expect(await isSecure(['loopback'])).toBe(true);
});
