import { describe, expect, test } from 'vitest';
import type { AskOptions, Method, TestAnswer } from '../../testing/test-asker.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

const dayMs = 86_400_000;

interface Made {
  secret: string;
  token: { id: number; hint: string; last_used_at: string | null };
}

async function create(desk: TestV1, as: string, fields: object = {}): Promise<Made> {
  const body = { name: 'Report', scopes: ['read'], ...fields };
  const answer = await desk.ask('POST', '/api-tokens', { as, body });
  expect(answer.status).toBe(201);
  return (answer.body as { data: Made }).data;
}

const askWith = (desk: TestV1, secret: string, method: Method, path: string, options: AskOptions = {}) =>
  desk.ask(method, path, { ...options, headers: { authorization: `Bearer ${secret}` } });

const detailOf = ({ status, body }: TestAnswer) => [status, (body as { detail?: string }).detail];

describe('a token', () => {
  test('is shown once, kept as a hash, and listed with its last characters', async () => {
    await using desk = await createTestV1();
    const { secret, token } = await create(desk, 'agent');
    expect(secret).toMatch(/^wpt_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: 'Report',
      hint: secret.slice(-4),
      scopes: ['read'],
      username: 'agent',
    });
    const listed = await desk.ask('GET', '/api-tokens', { as: 'agent' });
    expect(listed.body).toMatchObject({ data: { tokens: [{ id: token.id, last_used_at: null }], total: 1 } });
    expect(listed.text).not.toContain(secret);
    const rows = await desk.node.services.database.db
      .selectFrom('api_token')
      .select(['token_hash'])
      .execute();
    expect(rows).toEqual([{ token_hash: expect.stringMatching(/^[\da-f]{64}$/) }]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('acts as its user, says when it was last used, and ends when it is revoked', async () => {
    await using desk = await createTestV1();
    const { secret, token } = await create(desk, 'agent');
    expect(await askWith(desk, secret, 'GET', '/auth/me')).toMatchObject({ body: { username: 'agent' } });
    expect((await askWith(desk, secret, 'GET', '/tickets')).status).toBe(403);
    const listed = await desk.ask('GET', '/api-tokens', { as: 'agent' });
    expect(listed.body).toMatchObject({ data: { tokens: [{ last_used_at: expect.any(String) }] } });
    expect((await desk.ask('DELETE', `/api-tokens/${token.id}`, { as: 'agent' })).status).toBe(200);
    expect((await askWith(desk, secret, 'GET', '/auth/me')).status).toBe(401);
    expect((await desk.ask('DELETE', `/api-tokens/${token.id}`, { as: 'agent' })).status).toBe(404);
  });

  test('ends at its time, and with its user', async () => {
    await using desk = await createTestV1();
    const { clock, users, services } = desk.node;
    const expires_at = new Date(clock.now() + dayMs).toISOString();
    const [short, long] = [await create(desk, 'agent', { expires_at }), await create(desk, 'agent')];
    clock.advance(dayMs - 1000);
    expect((await askWith(desk, short.secret, 'GET', '/auth/me')).status).toBe(200);
    clock.advance(2000);
    expect((await askWith(desk, short.secret, 'GET', '/auth/me')).status).toBe(401);
    expect((await askWith(desk, long.secret, 'GET', '/auth/me')).status).toBe(200);
    await services.users.deactivate(users.superAdmin, users.agent.id);
    expect((await askWith(desk, long.secret, 'GET', '/auth/me')).status).toBe(401);
  });

  test('is good on this surface alone', async () => {
    await using desk = await createTestV1();
    const { secret } = await create(desk, 'admin', { scopes: ['admin'] });
    for (const url of ['/api/tickets', '/api/tickets/', '/api/admin/tickets', '/api/agent/tickets/']) {
      const headers = { authorization: `Bearer ${secret}` };
      expect([url, (await desk.node.app.inject({ url, headers })).statusCode]).toEqual([url, 401]);
    }
  });
});

describe('scopes', () => {
  const ticket = { subject: 'Help', description: 'Please' };

  test.each([
    ['read', 'GET', '/search?q=help', 200],
    ['read', 'POST', '/tickets', 'write'],
    ['read', 'GET', '/admin/users', 'admin'],
    ['write', 'GET', '/search?q=help', 200],
    ['write', 'POST', '/tickets', 201],
    ['write', 'GET', '/admin/users', 'admin'],
    ['write', 'GET', '/%61dmin/users', 'admin'],
    ['admin', 'POST', '/tickets', 201],
    ['admin', 'GET', '/admin/users', 200],
  ] as const)('%s and %s %s: %s', async (scope, method, path, expected) => {
    await using desk = await createTestV1();
    const { secret } = await create(desk, 'admin', { scopes: [scope] });
    const answer = await askWith(desk, secret, method, path, method === 'POST' ? { body: ticket } : {});
    if (typeof expected === 'number') expect(answer.status).toBe(expected);
    else expect(detailOf(answer)).toEqual([403, `Access denied. Required scope: ${expected}`]);
  });

  test('programs make no tokens, sign nobody out and change no password', async () => {
    await using desk = await createTestV1();
    const { secret } = await create(desk, 'admin', { scopes: ['admin'] });
    const refused = [403, 'Access denied. API tokens cannot do this.'];
    const passwords = { old_password: 'Correct-Horse-9', new_password: 'Another-Horse-8' };
    const body = { name: 'More', scopes: ['read'] };
    expect(detailOf(await askWith(desk, secret, 'POST', '/api-tokens', { body }))).toEqual(refused);
    expect(detailOf(await askWith(desk, secret, 'GET', '/api-tokens'))).toEqual(refused);
    expect(detailOf(await askWith(desk, secret, 'POST', '/auth/logout'))).toEqual(refused);
    const change = await askWith(desk, secret, 'POST', '/auth/change-password', { body: passwords });
    expect(detailOf(change)).toEqual(refused);
  });

  test('agents give no admin scope, and see and revoke nobody else’s tokens', async () => {
    await using desk = await createTestV1();
    const body = { name: 'Report', scopes: ['admin'] };
    const refused = await desk.ask('POST', '/api-tokens', { as: 'agent', body });
    expect(detailOf(refused)).toEqual([403, 'Only admins can create tokens with the scope admin']);
    const { token } = await create(desk, 'admin');
    expect((await desk.ask('DELETE', `/api-tokens/${token.id}`, { as: 'agent' })).status).toBe(404);
    expect((await desk.ask('GET', '/api-tokens?all=true', { as: 'agent' })).status).toBe(403);
    const theirs = await create(desk, 'agent');
    const all = await desk.ask('GET', '/api-tokens?all=true', { as: 'admin' });
    expect(all.body).toMatchObject({
      data: { total: 2, tokens: [{ username: 'agent' }, { username: 'admin' }] },
    });
    expect((await desk.ask('DELETE', `/api-tokens/${theirs.token.id}`, { as: 'admin' })).status).toBe(200);
  });
});

test.each([
  {},
  { name: 'Report' },
  { name: ' ', scopes: ['read'] },
  { name: 'Report', scopes: [] },
  { name: 'Report', scopes: ['root'] },
  { name: 'Report', scopes: ['read', 'read'] },
  { name: 'Report', scopes: ['read'], expires_at: 'soon' },
  { name: 'Report', scopes: ['read'], expires_at: '2001-01-01T00:00:00Z' },
])('is refused: %j', async (body) => {
  await using desk = await createTestV1();
  const { status, body: answer } = await desk.ask('POST', '/api-tokens', { as: 'admin', body });
  expect([status, answer]).toEqual([400, { detail: expect.any(String) }]);
});

test.each(['wpt_', 'wpt_x', `wpt_${'A'.repeat(43)}`])('%s is nobody’s token', async (secret) => {
  await using desk = await createTestV1();
  expect(detailOf(await askWith(desk, secret, 'GET', '/auth/me'))).toEqual([401, 'Invalid or expired token']);
});
