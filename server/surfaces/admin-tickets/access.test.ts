import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPassword } from '../../testing/test-users.ts';
import { createTestOperators, type TestOperators } from '../../testing/test-operators.ts';

const unauthorized = {
  success: false,
  error: { code: 'UNAUTHORIZED', userMessage: 'Необходима авторизация' },
};

interface Route {
  method: 'GET' | 'PATCH' | 'POST';
  path: string;
  body?: object;
}

const routes: Route[] = [
  { method: 'GET', path: '' },
  { method: 'GET', path: '/stats' },
  { method: 'GET', path: '/:id' },
  { method: 'GET', path: '/:id/messages' },
  { method: 'PATCH', path: '/:id', body: { priority: 'P1' } },
  { method: 'POST', path: '/:id/messages', body: { message: 'Hello' } },
  { method: 'POST', path: '/:id/assign', body: { operatorUsername: 'agent' } },
];

let desk: TestOperators;
let id: number;
beforeAll(async () => {
  desk = await createTestOperators();
  id = await desk.open({ assigneeId: desk.node.users.agent.id });
});
afterAll(() => desk[Symbol.asyncDispose]());

const login = (url: string, username: string) =>
  desk.node.app.inject({ method: 'POST', url, payload: { username, password: testPassword } });

/** The cookie that the login sets; undefined when there is none. */
async function cookieOf(username: string, url = '/api/v1/auth/login') {
  return (await login(url, username)).cookies.find(({ name }) => name === 'admin_session');
}

async function ask(
  { method, path, body }: Route,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; code: string | undefined }> {
  const answer = await desk.node.app.inject({
    method,
    url: `/api/admin/tickets${path.replace(':id', String(id))}`,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  });
  const parsed = answer.json<{ error?: { code: string } }>();
  return { status: answer.statusCode, body: parsed, code: parsed.error?.code };
}

describe.each(routes)('$method $path', (route) => {
  test('lets nobody in but admins, and the others change nothing', async () => {
    const others = ['agent', 'colleague', 'outsider', 'applicant', 'customer'];
    const tokens = await Promise.all(others.map((username) => desk.tokenOf(username)));
    const digest = await desk.digest();
    expect(await ask(route)).toMatchObject({ status: 401, body: unauthorized });
    for (const token of [...tokens, 'nonsense']) {
      for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `admin_session=${token}` }]) {
        expect(await ask(route, headers as Record<string, string>)).toMatchObject({
          status: 401,
          body: unauthorized,
        });
      }
    }
    expect(await desk.digest()).toBe(digest);
  });

  test.each(['admin', 'superadmin'])(
    'lets the %s in by cookie, by access token and by Bearer',
    async (username) => {
      const [cookie, token] = [await cookieOf(username), await desk.tokenOf(username)];
      for (const headers of [
        { cookie: `other=1; admin_session=${cookie?.value ?? ''}` },
        { cookie: `admin_session=${token}` },
        { authorization: `Bearer ${token}` },
      ]) {
        expect((await ask(route, headers as Record<string, string>)).status).toBe(200);
      }
    },
  );

  test('takes the cookie from pages of this node alone when it writes', async () => {
    const cookie = `admin_session=${(await cookieOf('admin'))?.value ?? ''}`;
    const isWriting = route.method !== 'GET';
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const { status } = await ask(route, { cookie, ...(foreign as Record<string, string>) });
      expect(status).toBe(isWriting ? 401 : 200);
    }
    const own = { host: 'desk.example', origin: 'http://desk.example', 'sec-fetch-site': 'same-origin' };
    expect((await ask(route, { cookie, ...own })).status).toBe(200);
    const token = await desk.tokenOf('admin');
    const elsewhere = { authorization: `Bearer ${token}`, origin: 'https://tool.example' };
    expect((await ask(route, elsewhere)).status).toBe(200);
  });
});

describe('the cookie', () => {
  test.each(['/api/v1/auth/login', '/api/auth/login/', '/api/auth/login'])(
    'is set by %s, for admins alone',
    async (url) => {
      expect(await cookieOf('admin', url)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
      expect((await cookieOf('admin', url))?.secure).toBeUndefined();
      expect(await cookieOf('agent', url)).toBeUndefined();
    },
  );

  test('ends with the session, and logging out forgets it', async () => {
    const answer = await login('/api/v1/auth/login', 'admin');
    const value = answer.cookies.find(({ name }) => name === 'admin_session')?.value ?? '';
    const { access_token } = answer.json<{ data: { access_token: string } }>().data;
    const list: Route = { method: 'GET', path: '' };
    expect((await ask(list, { cookie: `admin_session=${value}` })).status).toBe(200);
    const out = await desk.node.app.inject({
      method: 'POST',
      url: '/api/v1/auth/logout',
      headers: { authorization: `Bearer ${access_token}`, cookie: `admin_session=${value}` },
    });
    expect(out.cookies).toMatchObject([{ name: 'admin_session', value: '', maxAge: 0 }]);
    expect((await ask(list, { cookie: `admin_session=${value}` })).status).toBe(401);
  });

  test('is of no use as a Bearer token, nor is a refresh token as the cookie', async () => {
    const answer = await login('/api/v1/auth/login', 'admin');
    const value = answer.cookies.find(({ name }) => name === 'admin_session')?.value ?? '';
    const { refresh_token } = answer.json<{ data: { refresh_token: string } }>().data;
    const list: Route = { method: 'GET', path: '' };
    expect((await ask(list, { authorization: `Bearer ${value}` })).status).toBe(401);
    expect((await ask(list, { cookie: `admin_session=${refresh_token}` })).status).toBe(401);
  });

  test('outlives the access token, and a deactivated admin has none of it', async () => {
    await desk.node.createUser({ username: 'second', role: 'admin' });
    const cookie = `admin_session=${(await cookieOf('second'))?.value ?? ''}`;
    desk.node.clock.advance(3_600_000);
    const list: Route = { method: 'GET', path: '' };
    expect((await ask(list, { cookie })).status).toBe(200);
    const { services, users } = desk.node;
    const { users: found } = await services.users.list({ roles: ['admin'] }, { limit: 10, offset: 0 });
    await services.users.deactivate(
      users.superAdmin,
      found.find(({ username }) => username === 'second')?.id ?? 0,
    );
    expect((await ask(list, { cookie })).status).toBe(401);
  });
});
