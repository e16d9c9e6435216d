import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Op } from '#shared/protocol/sync.ts';
import type { HexIds } from '../../http/hex-id.ts';
import { loadHexIds } from '../../installation/hex-ids.ts';
import { pullSince } from '../../sync/pull.service.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import { applyChange } from '../../testing/test-tickets.ts';
import { incidentRules } from '../incident-management/rules.ts';

let desk: TestIncident;
let ids: HexIds;

beforeEach(async () => {
  desk = await createTestIncident();
  ids = await loadHexIds(desk.node.services.database, desk.node.services.random);
});
afterEach(() => desk[Symbol.asyncDispose]());

async function create(): Promise<{ id: number; hex: string }> {
  const body = {
    subject: 'Broken cup',
    description: 'It came in two',
    category: 'Damaged',
    delivery_id: 'D-7',
  };
  const made = await desk.ask('POST', '/api/support/tickets/create/', { as: 'customer', body });
  const { id: hex } = (made.body as { ticket: { id: string } }).ticket;
  return { id: ids.decode('ticket', hex) ?? 0, hex };
}

const show = async (hex: string): Promise<Record<string, unknown>> =>
  (
    (await desk.ask('GET', `/api/support/tickets/${hex}/`, { as: 'admin' })).body as {
      ticket: Record<string, unknown>;
    }
  ).ticket;

/** What the agent's console is sent. */
async function pulled(): Promise<Op[]> {
  const { database } = desk.node.services;
  return (await pullSince(database, desk.node.users.agent, 0)).ops;
}

test('a ticket made here is worked on in v1 and in a console, and nothing of it is lost', async () => {
  const { id, hex } = await create();
  const { users, services } = desk.node;
  const v1 = `/api/v1/tickets/${id}`;
  const read = await desk.ask('GET', v1, { as: 'admin' });
  expect(read.body).toMatchObject({
    data: {
      ticket: {
        status: 'open',
        category: 'general',
        escalation_reason: 'Broken cup',
        conversation_history: [{ message: 'It came in two' }],
      },
    },
  });
  const assigned = await desk.ask('PATCH', `${v1}/assign`, {
    as: 'admin',
    body: { agent_id: users.agent.id },
  });
  expect(assigned.status).toBe(200);
  const recategorised = await desk.ask('PATCH', `${v1}/category`, {
    as: 'admin',
    body: { category: 'technical' },
  });
  expect(recategorised.status).toBe(200);
  expect(await show(hex)).toMatchObject({
    status: 'In Progress',
    category: 'Damaged',
    agent_id: ids.encode('user', users.agent.id),
  });

  const put = (await pulled()).find((op) => op.op === 'put' && op.ent === 'ticket');
  expect(put).toMatchObject({ row: { id, subject: 'Broken cup', requester_id: users.customer.id } });
  const uid = put?.op === 'put' ? put.row.uid : '';
  await applyChange(services, users.agent, {
    name: 'ticket-status',
    args: { ticket_uid: uid, activity_uid: services.mintUid(), to: 'waiting_user', base: 'in_progress' },
  });
  expect(await show(hex)).toMatchObject({ status: 'On Hold' });

  const again = await desk.ask('PUT', `/api/support/tickets/${hex}/update-status/`, {
    as: 'agent',
    body: { status: 'On Hold' },
  });
  expect(again.status).toBe(200);
  expect((await services.ticketReads.find({ id }))?.status).toBe('waiting_user');

  for (const status of ['resolved', 'closed']) {
    expect((await desk.ask('PATCH', `${v1}/status`, { as: 'agent', body: { status } })).status).toBe(200);
  }
  expect(await show(hex)).toMatchObject({ status: 'Closed', category: 'Damaged' });
  const row = await services.database.db
    .selectFrom('ticket')
    .select(['delivery_id', 'category_support', 'origin'])
    .where('id', '=', id)
    .executeTakeFirst();
  expect(row).toEqual({ delivery_id: 'D-7', category_support: 'Damaged', origin: 'customer-support' });
});

test('a ticket made in v1 is taken, noted and resolved here, and consoles hear of it', async () => {
  const made = await desk.ask('POST', '/api/v1/tickets', {
    as: 'admin',
    body: {
      subject: 'Card charged twice',
      description: 'Once would do',
      category: 'payment',
      priority: 'critical',
      requester: { name: 'Robin Hale' },
    },
  });
  const { id } = (made.body as { data: { ticket: { id: number } } }).data.ticket;
  const hex = ids.encode('ticket', id);
  const path = `/api/support/tickets/${hex}/`;
  expect(await show(hex)).toMatchObject({
    subject: 'Card charged twice',
    status: 'Open',
    category: 'Other',
    priority: 'High',
    customer_id: null,
  });
  const open = await desk.ask('GET', '/api/agent/tickets/?status=Open', { as: 'agent' });
  expect(open.body).toMatchObject({ tickets: [{ id: hex, customer_name: 'Robin Hale' }] });

  expect((await desk.ask('POST', `${path}assign-self/`, { as: 'agent' })).status).toBe(200);
  await desk.ask('POST', `${path}add-note/`, { as: 'agent', body: { note: 'Bank says twice' } });
  const resolved = await desk.ask('PUT', `${path}update-status/`, {
    as: 'agent',
    body: { status: 'Resolved', priority: 'High' },
  });
  expect(resolved.body).toMatchObject({ ticket: { status: 'Resolved', priority: 'High' } });

  expect(await desk.node.services.ticketReads.find({ id })).toMatchObject({
    status: 'resolved',
    priority: 'critical',
    category: 'payment',
  });
  const { body } = await desk.ask('GET', `/api/v1/tickets/${id}/activities`, { as: 'agent' });
  const { activities } = (body as { data: { activities: { activity_type: string }[] } }).data;
  expect(activities.map((each) => each.activity_type)).toEqual([
    'status_updated',
    'note_added',
    'status_updated',
    'assigned',
  ]);
  const texts = (await pulled()).flatMap((op) =>
    op.op === 'put' && op.ent === 'message' ? [op.row.text] : [],
  );
  expect(texts).toEqual(['Once would do', 'Bank says twice']);
});

describe('what other surfaces know and this one does not', () => {
  test('a cancelled ticket shows as closed, and closing it leaves it cancelled', async () => {
    const { id, hex } = await create();
    const { services, users } = desk.node;
    const ticket = await services.ticketReads.find({ id });
    await applyChange(services, users.admin, {
      name: 'ticket-status',
      args: { ticket_uid: ticket?.uid ?? '', activity_uid: services.mintUid(), to: 'cancelled' },
    });
    expect(await show(hex)).toMatchObject({ status: 'Closed' });
    const closed = await desk.ask('PUT', `/api/support/tickets/${hex}/update-status/`, {
      as: 'admin',
      body: { status: 'Closed' },
    });
    expect(closed.status).toBe(200);
    expect((await services.ticketReads.find({ id }))?.status).toBe('cancelled');
    const found = await desk.ask('GET', '/api/admin/support/tickets/?status=Closed', { as: 'admin' });
    expect(found.body).toMatchObject({ tickets: [{ id: hex }] });
  });

  test('several work on it: each of them finds it here, and one of them is shown', async () => {
    const { id, hex } = await create();
    const { services, users } = desk.node;
    const context = { actor: users.admin, rules: incidentRules, origin: 'incident-management' };
    await services.ticketWork.assign(id, [users.agent.id, users.colleague.id], {}, context);
    for (const as of ['agent', 'colleague']) {
      const list = await desk.ask('GET', '/api/agent/tickets/', { as });
      expect(list.body).toMatchObject({ tickets: [{ id: hex }] });
      expect((await desk.ask('GET', `/api/support/tickets/${hex}/`, { as })).status).toBe(200);
    }
    expect(await show(hex)).toMatchObject({ agent_id: ids.encode('user', users.agent.id) });
  });
});
