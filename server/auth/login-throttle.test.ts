import { expect, test } from 'vitest';
import { defaultRateLimits } from '../config/rate-limits.ts';
import { createTestNode, type TestNode } from '../testing/test-node.ts';
import { testPassword } from '../testing/test-users.ts';

const limited = { config: { rateLimits: defaultRateLimits } };

const attempt = ({ app }: TestNode, username: string, password: string, remoteAddress = '127.0.0.1') =>
  app.inject({ method: 'POST', url: '/api/v1/auth/login', remoteAddress, payload: { username, password } });

test('ten wrong passwords lock one name at one address, on every surface', async () => {
  await using node = await createTestNode(limited);
  for (let times = 0; times < 10; times += 1) {
    expect((await attempt(node, times % 2 === 0 ? 'agent' : 'AGENT', 'wrong')).statusCode).toBe(401);
  }
  const locked = await attempt(node, 'agent', testPassword);
  expect(locked.statusCode).toBe(429);
  expect(locked.json()).toEqual({ detail: 'Too many attempts. Please try again later.' });
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
  const inConsole = await node.app.inject({
    method: 'POST',
    url: '/api/console/session',
    payload: { username: 'agent', password: testPassword },
  });
  expect(inConsole.statusCode).toBe(429);
  expect(inConsole.json()).toMatchObject({
    error: { kind: 'rate_limited', retryAfterMs: expect.any(Number) },
  });

  expect((await attempt(node, 'colleague', testPassword)).statusCode).toBe(200);
  expect((await attempt(node, 'agent', testPassword, '127.0.0.2')).statusCode).toBe(200);
});

test('signing in rightly is not counted as guessing', async () => {
  await using node = await createTestNode(limited);
  for (let times = 0; times < 25; times += 1) {
    expect((await attempt(node, 'agent', testPassword)).statusCode).toBe(200);
  }
});

test('many names tried from one address lock the address', async () => {
  await using node = await createTestNode(limited);
  for (let times = 0; times < 100; times += 1) await attempt(node, `guess${times}`, 'wrong');
  expect((await attempt(node, 'agent', testPassword)).statusCode).toBe(429);
  expect((await attempt(node, 'agent', testPassword, '127.0.0.2')).statusCode).toBe(200);
});

test('attempts that are under way at once are limited, too', async () => {
  await using node = await createTestNode(limited);
  const answers = await Promise.all(Array.from({ length: 80 }, () => attempt(node, 'agent', 'wrong')));
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(refused.length).toBeGreaterThanOrEqual(20);
});

test('without limits nobody is locked out', async () => {
  await using node = await createTestNode();
  for (let times = 0; times < 15; times += 1) await attempt(node, 'agent', 'wrong');
  expect((await attempt(node, 'agent', testPassword)).statusCode).toBe(200);
});
