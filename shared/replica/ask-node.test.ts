import { expect, test, vi } from 'vitest';
import { nodeAnswerMaxLength, nodeRequestMaxLength, nodeRequestSchema } from '../protocol/node-request.ts';
import type { Result } from '../protocol/result.ts';
import { askNode } from './ask-node.ts';
import type { PlainAnswer } from './host.ts';

const asked = { method: 'GET', path: '/api/v1/macros' } as const;
const answered = (status: number, body: string, contentType = 'application/json'): Result<PlainAnswer> => ({
  ok: true,
  value: { status, contentType, body },
});

/** A session whose tokens are numbered, and a node that answers from a list. */
function road(answers: Result<PlainAnswer>[]) {
  let number = 1;
  const request = vi.fn(async () => answers.shift() ?? answered(500, ''));
  const session = {
    accessToken: async () => ({ ok: true as const, value: `token ${number}` }),
    dropToken: (refused?: string) => {
      if (refused === `token ${number}`) number += 1;
    },
  };
  return { transport: { request }, session };
}

test('the answer is handed back as it is, also a refusal', async () => {
  const deps = road([answered(404, '{"success":false}', 'application/json; charset=utf-8')]);
  expect(await askNode(deps, asked)).toEqual({ status: 404, body: { success: false } });
  expect(deps.transport.request).toHaveBeenCalledWith('token 1', {
    method: 'GET',
    target: '/api/v1/macros',
    body: null,
  });
});

test('a query is written for an address, a body as JSON, and text comes back as text', async () => {
  const deps = road([answered(200, 'id,subject', 'text/csv')]);
  const answer = await askNode(deps, {
    method: 'POST',
    path: '/api/v1/export',
    query: { q: 'a&b=ü', limit: 5, all: true },
    body: { name: 'x' },
  });
  expect(answer).toEqual({ status: 200, body: 'id,subject' });
  expect(deps.transport.request).toHaveBeenCalledWith('token 1', {
    method: 'POST',
    target: '/api/v1/export?q=a%26b%3D%C3%BC&limit=5&all=true',
    body: '{"name":"x"}',
  });
});

test('a token that the node no longer takes is renewed once', async () => {
  const renewed = road([answered(401, '{}'), answered(204, '')]);
  expect(await askNode(renewed, asked)).toEqual({ status: 204, body: null });
  expect(renewed.transport.request.mock.calls).toEqual([
    ['token 1', expect.anything()],
    ['token 2', expect.anything()],
  ]);
  const refused = road([answered(401, '{}'), answered(401, '{"success":false}')]);
  expect(await askNode(refused, asked)).toEqual({ status: 401, body: { success: false } });
  expect(refused.transport.request).toHaveBeenCalledTimes(2);
});

test('what cannot be asked or read fails with its kind', async () => {
  const cut = road([{ ok: false, error: { kind: 'unavailable', message: 'Cut' } }]);
  await expect(askNode(cut, asked)).rejects.toMatchObject({ kind: 'unavailable' });
  const body = 'x'.repeat(nodeRequestMaxLength);
  await expect(askNode(road([]), { ...asked, method: 'POST', body })).rejects.toMatchObject({
    kind: 'too_large',
  });
  const long = road([answered(200, ' '.repeat(nodeAnswerMaxLength + 1), 'text/csv')]);
  await expect(askNode(long, asked)).rejects.toMatchObject({ kind: 'too_large' });
  await expect(askNode(road([answered(200, '{"a":')]), asked)).rejects.toMatchObject({ kind: 'unavailable' });
});

test.each([
  '/api/v1/macros',
  '/api/v1/tickets/12/messages',
  '/api/console/admin/agents',
  '/api/v1/views/01920000-0000-7000-8000-00000000000a',
])('%s may be asked', (path) => {
  expect(nodeRequestSchema.safeParse({ method: 'GET', path }).success).toBe(true);
});

test.each([
  '/api/tickets',
  '/api/v1',
  '/api/v1/',
  '/api/v1/../tickets',
  '/api/v1/%2e%2e/tickets',
  '/api/v1/./macros',
  '/api/v1//host/macros',
  '/api/v1/macros?x=1',
  '/api/v1/macros#x',
  '/api/v1\\macros',
  '//host/api/v1/macros',
  'http://host/api/v1/macros',
  '/api/v1/auth/login',
  '/api/v1/auth',
  '/api/console/session',
  '/api/console/session/refresh',
  '/api/console/sync/snapshot',
])('%s may not', (path) => {
  expect(nodeRequestSchema.safeParse({ method: 'GET', path }).success).toBe(false);
});
