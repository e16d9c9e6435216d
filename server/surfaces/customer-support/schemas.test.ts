import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestNode } from '../../testing/test-node.ts';
import * as answers from './answers.schemas.ts';
import * as schemas from './schemas.ts';

test.each(Object.entries({ ...schemas, ...answers }))('%s can be written as JSON schema', (name, schema) => {
  const io = name.endsWith('Answer') ? 'output' : 'input';
  const { type, properties } = z.toJSONSchema(schema, { io });
  expect(type).toBe('object');
  expect(Object.keys(properties ?? {}).length).toBeGreaterThan(0);
});

test('all thirteen endpoints are described, with the example of whatever is sent', async () => {
  await using node = await createTestNode();
  const { paths } = (await node.app.inject('/openapi.json')).json<{
    paths: Record<
      string,
      Record<string, { tags: string[]; security: unknown[]; requestBody?: { content: object } }>
    >;
  }>();
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, about]) => ({
      name: `${method.toUpperCase()} ${path}`,
      ...about,
    })),
  );
  const own = described.filter(({ tags }) => tags.includes('customer-support'));
  expect(own.map(({ name }) => name).toSorted()).toEqual([
    'GET /api/admin/support/tickets/',
    'GET /api/agent/tickets/',
    'GET /api/support/faq/',
    'GET /api/support/tickets/',
    'GET /api/support/tickets/{ticket_id}/',
    'POST /api/admin/approve-agent/{agent_id}/',
    'POST /api/support/register-agent/',
    'POST /api/support/tickets/create/',
    'POST /api/support/tickets/{ticket_id}/add-note/',
    'POST /api/support/tickets/{ticket_id}/assign-self/',
    'POST /api/support/tickets/{ticket_id}/feedback/',
    'POST /api/support/tickets/{ticket_id}/reassign/',
    'PUT /api/support/tickets/{ticket_id}/update-status/',
  ]);
  const open = own.filter(({ security }) => security.length === 0).map(({ name }) => name);
  expect(open.toSorted()).toEqual(['GET /api/support/faq/', 'POST /api/support/register-agent/']);
  const bodies = own.flatMap(({ requestBody }) => (requestBody === undefined ? [] : [requestBody]));
  expect(bodies).toHaveLength(6);
  for (const body of bodies) expect(JSON.stringify(body)).toContain('"example');
});
