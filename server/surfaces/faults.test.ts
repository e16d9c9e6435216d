import { expect, test } from 'vitest';
import { createTestIncident } from '../testing/test-incident.ts';

test('what nobody foresaw is told in the words of the surface, and nothing of it is shown', async () => {
  const desk = await createTestIncident();
  const token = await desk.tokenOf('admin');
  await desk.node.services.database.close();
  const told: Record<string, unknown> = {};
  for (const url of ['/api/v1/tickets/1', '/api/support/tickets/', '/api/tickets/', '/api/tickets']) {
    const answer = await desk.node.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    expect([url, answer.statusCode]).toEqual([url, 500]);
    told[url] = answer.json();
  }
  expect(told).toEqual({
    '/api/v1/tickets/1': { detail: 'Something went wrong' },
    '/api/support/tickets/': { error: 'Something went wrong' },
    '/api/tickets/': { error: 'Something went wrong' },
    '/api/tickets': { detail: 'Internal server error' },
  });
  await desk.node.app.close();
});
