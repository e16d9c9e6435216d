import { afterEach, beforeEach, expect, test } from 'vitest';
import { pullSince } from '../../sync/pull.service.ts';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';
import type { Method } from '../../testing/test-asker.ts';

interface Ticket {
  id: number;
  title: string;
  description: string;
  status: string;
  priority: string;
  category: string;
  assigned_to: number | null;
  created_by: number;
}

const draft = {
  title: 'ERP is slow',
  description: 'Every mask takes 20 seconds',
  priority: 'critical',
  category: 'performance_issue',
};

let desk: TestIt;

beforeEach(async () => {
  desk = await createTestIt();
});
afterEach(() => desk[Symbol.asyncDispose]());

/** Asks and takes success for granted. */
async function ask<Body>(method: Method, path: string, as: string, body?: object): Promise<Body> {
  const answer = await desk.ask<Body>(method, path, { as, ...(body === undefined ? {} : { body }) });
  expect({ path, status: answer.status, body: answer.status < 300 ? '' : answer.body }).toMatchObject({
    body: '',
  });
  return answer.body;
}

const create = () => ask<Ticket>('POST', '/api/tickets', 'customer', draft);
const read = (id: number) => ask<Ticket>('GET', `/api/tickets/${id}`, 'customer');
const change = (id: number, body: object) => ask<Ticket>('PUT', `/api/tickets/${id}`, 'agent', body);

test('a ticket made here goes through the incident workflow, and nothing is lost here', async () => {
  const { agent, colleague } = desk.node.users;
  const { id } = await create();
  const incident = (step: string, as: string, body: object = {}) =>
    ask('POST', `/api/tickets/${id}/${step}/`, as, body);
  expect(await ask('GET', `/api/tickets/${id}/`, 'customer')).toMatchObject({
    title: draft.title,
    priority: 'HIGH',
    category: 'PROBLEM',
    status: 'NEW',
    project_name: null,
  });
  await incident('assign', 'admin', { assigned_to: [agent.id, colleague.id] });
  await incident('open_ticket', 'admin');
  expect((await read(id)).status).toBe('open');
  await incident('start_work', 'agent');
  await change(id, { assigned_to: colleague.id });
  expect(await ask('GET', `/api/tickets/${id}/`, 'admin')).toMatchObject({ assigned_to: [colleague.id] });
  await incident('finish_work', 'colleague');
  expect((await read(id)).status).toBe('resolved');
  await incident('approve', 'customer');
  expect(await read(id)).toMatchObject({ ...draft, status: 'closed', assigned_to: colleague.id });
});

test('an incident is cancelled here, and the other documents call it closed', async () => {
  const body = {
    project_name: 'Portal',
    title: 'Portal is down',
    description: 'Nothing loads',
    priority: 'HIGH',
    category: 'SERVICE_DOWN',
  };
  const { id } = await ask<{ id: number }>('POST', '/api/tickets/', 'customer', body);
  expect(await read(id)).toMatchObject({ category: 'system_down', priority: 'high', status: 'open' });
  await change(id, { status: 'cancelled', category: 'network_issue' });
  expect(await ask('GET', `/api/tickets/${id}/`, 'customer')).toMatchObject({
    ...body,
    status: 'CLOSED',
  });
  const { data } = await ask<{ data: object }>('GET', `/api/v1/tickets/${id}`, 'admin');
  expect(data).toMatchObject({ ticket: { status: 'closed', category: 'technical' } });
  expect(await read(id)).toMatchObject({ status: 'cancelled', category: 'network_issue' });
});

test('a ticket made here is worked on by operators and by support agents', async () => {
  const { id } = await create();
  const operators = `/api/admin/tickets/${id}`;
  const shown = await ask<{ ticket: object }>('GET', operators, 'admin');
  expect(JSON.stringify(shown)).toContain(draft.title);
  await ask('PATCH', operators, 'admin', { status: 'waiting_user' });
  expect((await read(id)).status).toBe('in_progress');
  // What is shown already is written back: the ticket waits on.
  await change(id, { status: 'in_progress', priority: 'critical' });
  expect(JSON.stringify(await ask('GET', operators, 'admin'))).toContain('waiting_user');

  const second = await create();
  const open = await ask<unknown>('GET', '/api/agent/tickets/?status=Open', 'agent');
  expect(JSON.stringify(open)).toContain(draft.title);
  expect(await read(second.id)).toMatchObject(draft);
});

test('consoles hear of each change that is made here', async () => {
  const { services, users } = desk.node;
  let { cursor } = await pullSince(services.database, users.admin, 0);
  const changed = async (): Promise<unknown> => {
    const pulled = await pullSince(services.database, users.admin, cursor);
    cursor = pulled.cursor;
    return pulled.ops.find((op) => op.op === 'put' && op.ent === 'ticket');
  };
  const { id } = await create();
  const row = (fields: object) => ({ op: 'put', ent: 'ticket', row: expect.objectContaining(fields) });
  expect(await changed()).toMatchObject(
    row({ id, subject: draft.title, status: 'new', priority: 'critical', category: 'technical' }),
  );
  await change(id, { title: 'ERP is very slow', category: 'password_reset', assigned_to: users.agent.id });
  expect(await changed()).toMatchObject(
    row({ id, subject: 'ERP is very slow', category: 'account', assignee_id: users.agent.id }),
  );
  await change(id, { status: 'closed', priority: 'low' });
  expect(await changed()).toMatchObject(row({ id, status: 'closed', priority: 'low' }));
});
