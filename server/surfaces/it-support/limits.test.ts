import { expect, test } from 'vitest';
import { defaultRateLimits } from '../../config/rate-limits.ts';
import { createTestIt } from '../../testing/test-it.ts';

test('too many requests of one address are told when to come back', async () => {
  const max = 5;
  await using desk = await createTestIt({
    config: { rateLimits: { ...defaultRateLimits, registrations: max } },
  });
  let answer = await desk.ask('POST', '/api/auth/register', { body: {} });
  for (let count = 1; count < max; count += 1) {
    answer = await desk.ask('POST', '/api/auth/register', { body: {} });
  }
  expect(answer.status).toBe(400);
  const refused = await desk.ask('POST', '/api/auth/register', { body: {} });
  expect(refused).toMatchObject({
    status: 429,
    body: { detail: 'Too many requests. Please try again later.' },
  });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await desk.ask('GET', '/api/auth/me', { as: 'agent' })).status).toBe(200);
});
