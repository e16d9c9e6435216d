import { expect, test } from 'vitest';
import { defaultRateLimits } from '../config/rate-limits.ts';
import { createTestNode, type TestNode } from '../testing/test-node.ts';
import { createTestV1 } from '../testing/test-v1.ts';

const text = 'Too many attempts. Please try again later.';

const logins = [
  ['/api/v1/auth/login', { detail: text }],
  ['/api/auth/login', { detail: text }],
  ['/api/auth/login/', { error: text }],
  ['/api/console/session', { error: expect.objectContaining({ kind: 'rate_limited', message: text }) }],
] as const;

const guess = ({ app }: TestNode, url: string) =>
  app.inject({ method: 'POST', url, payload: { username: 'agent', password: 'wrong' } });

test.each(logins)('the number that was set counts for %s, in its own words', async (url, body) => {
  await using node = await createTestNode({ config: { rateLimits: { ...defaultRateLimits, failures: 3 } } });
  for (let times = 0; times < 3; times += 1) expect((await guess(node, url)).statusCode).toBe(401);
  const refused = await guess(node, url);
  expect([refused.statusCode, refused.json()]).toEqual([429, body]);
  const seconds = Number(refused.headers['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(900);
});

test('the public API is limited by session when that is asked for', async () => {
  await using desk = await createTestV1({ config: { rateLimits: { ...defaultRateLimits, api: 4 } } });
  for (const as of ['agent', 'admin']) await desk.tokenOf(as);
  const me = async (as: string) => desk.ask('GET', '/auth/me', { as });
  for (let times = 0; times < 4; times += 1) expect((await me('agent')).status).toBe(200);
  const refused = await me('agent');
  expect([refused.status, refused.body]).toEqual([
    429,
    { detail: 'Too many requests. Please try again later.' },
  ]);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await me('admin')).status).toBe(200);
});
