import { expect, it } from 'vitest';
import { peopleCalls } from '#shared/protocol/admin/people.ts';
import { queueCalls } from '#shared/protocol/admin/queue.ts';
import { recordCalls } from '#shared/protocol/admin/records.ts';
import type { NodeAnswer } from '#shared/protocol/node-request.ts';
import { askNode, readRefusal } from './ask-node.ts';
import { createDesk } from './test-bridge.ts';

function deskAnswering(answer: NodeAnswer) {
  return createDesk({ 'node.request': () => answer });
}

it('fills path, query and body, and leaves out what has no value', async () => {
  const body = { assigned: 1, queued: 2 };
  const desk = deskAnswering({ status: 200, body });
  const answered = await askNode(desk.store, peopleCalls.handOver, {
    params: { id: 7 },
    body: { to: 'agent', agent_id: 3 },
  });
  expect(answered).toEqual({ ok: true, value: body });
  await askNode(desk.store, recordCalls.audit, { query: { action: undefined, limit: 20 } });
  expect(desk.asked.map(({ args }) => args)).toEqual([
    {
      method: 'POST',
      path: '/api/console/admin/people/7/hand-over',
      body: { to: 'agent', agent_id: 3 },
    },
    { method: 'GET', path: '/api/console/admin/audit', query: { limit: 20 } },
  ]);
});

it('answers why it failed: not reached, refused, or not understood', async () => {
  const unreached = await askNode(createDesk({}).store, queueCalls.list);
  expect(unreached).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  const odd = await askNode(deskAnswering({ status: 200, body: { people: 'many' } }).store, peopleCalls.list);
  expect(odd).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
  const error = { kind: 'conflict', message: 'Taken', data: { code: 'email_taken' } };
  const refused = await askNode(deskAnswering({ status: 409, body: { error } }).store, peopleCalls.list);
  expect(refused).toEqual({ ok: false, error });
});

it.each([
  [
    { status: 404, body: { detail: 'Not here' } },
    { kind: 'not_found', message: 'Not here' },
  ],
  [
    { status: 500, body: 'Oops' },
    { kind: 'internal', message: '' },
  ],
  [
    { status: 418, body: null },
    { kind: 'internal', message: '' },
  ],
])('reads the envelope of the public API: %j', (answer, error) => {
  expect(readRefusal(answer)).toEqual(error);
});
