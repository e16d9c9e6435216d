import { expect, test } from 'vitest';
import { createTestNode } from '../../testing/test-node.ts';

interface Described {
  tags: string[];
  security: unknown[];
  requestBody?: { content: Record<string, unknown> };
  responses?: Record<string, unknown>;
}

test('every endpoint is described, with examples of what is sent and answered', async () => {
  await using node = await createTestNode();
  const { paths } = (await node.app.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>;
  }>();
  const own = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes('incident-management'))
      .map(([method, about]) => ({ name: `${method.toUpperCase()} ${path}`, ...about })),
  );
  // The document's 25, the download of a file, and queueing a notification again.
  expect(own).toHaveLength(27);
  expect(own.every(({ name }) => name.endsWith('/'))).toBe(true);
  const open = own.filter(({ security }) => security.length === 0).map(({ name }) => name);
  expect(open.toSorted()).toEqual(['POST /api/auth/login/', 'POST /api/auth/refresh/']);
  const bodies = own.filter(({ requestBody }) => requestBody !== undefined);
  expect(bodies).toHaveLength(13);
  for (const { requestBody } of bodies) expect(JSON.stringify(requestBody)).toContain('"example');
  const upload = own.find(({ name }) => name.endsWith('/add_attachment/'));
  expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual([
    'multipart/form-data',
    'application/json',
  ]);
  const showsSuccess = ({ responses = {} }: Described): boolean =>
    Object.entries(responses).some(
      ([status, response]) => status.startsWith('2') && JSON.stringify(response).includes('"example'),
    );
  const silent = own.filter((each) => !showsSuccess(each)).map(({ name }) => name);
  expect(silent).toEqual(['DELETE /api/users/{id}/']);
});
