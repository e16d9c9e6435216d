import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestOperators, type TestOperators } from '../../testing/test-operators.ts';

let desk: TestOperators;
beforeEach(async () => {
  desk = await createTestOperators();
});
afterEach(() => desk[Symbol.asyncDispose]());

test('each field alone, and what is left out or null stays', async () => {
  const id = await desk.open();
  const before = await desk.read(id);
  for (const change of [{ status: 'waiting_user' }, { priority: 'P1' }, { category: 'Возврат денег' }]) {
    const { status, body } = await desk.send('PATCH', `/${id}`, change);
    expect(status).toBe(200);
    expect(body.data.ticket).toMatchObject(change);
  }
  const rest = { status: null, priority: null, category: null, unknown: 1 };
  await desk.send('PATCH', `/${id}`, { assigned_to: 'AGENT', ...rest });
  expect(await desk.read(id)).toMatchObject({
    status: 'waiting_user',
    priority: 'P1',
    category: 'Возврат денег',
    assigned_to: 'AGENT',
    subject: before['subject'],
  });
  expect((await desk.actionsOn(id)).map(({ action }) => action)).toEqual(Array(4).fill('ticket_updated'));
});

test('any status goes to any other, and its times follow', async () => {
  const id = await desk.open();
  for (const status of ['closed', 'open', 'resolved', 'waiting_user', 'closed', 'in_progress', 'resolved']) {
    const { body } = await desk.send('PATCH', `/${id}`, { status });
    expect(body.data.ticket.status).toBe(status);
  }
  const { resolved_at, closed_at } = await desk.read(id);
  expect([typeof resolved_at, closed_at]).toEqual(['string', null]);
});

test('writing back what is shown changes nothing and is not logged', async () => {
  const id = await desk.open({ priority: 'critical', assigneeId: desk.node.users.agent.id });
  const { status, priority, category, assigned_to } = await desk.read(id);
  const digest = await desk.digest();
  const { body } = await desk.send('PATCH', `/${id}`, { status, priority, category, assigned_to });
  expect(body).toMatchObject({ data: { ticket: { status, priority, category, assigned_to } } });
  expect(await desk.digest()).toBe(digest);
  expect(await desk.actionsOn(id)).toEqual([]);
});

test('the log says who changed what, from what', async () => {
  const id = await desk.open();
  await desk.send('PATCH', `/${id}`, { status: 'resolved', priority: 'P4' });
  const year = new Date(desk.node.clock.now()).getUTCFullYear();
  expect(await desk.actionsOn(id)).toMatchObject([
    {
      admin_id: desk.node.users.admin.id,
      action: 'ticket_updated',
      metadata: {
        ticket_number: `TKT-${year}-001`,
        changes: { status: { from: 'new', to: 'resolved' }, priority: { from: 'medium', to: 'low' } },
      },
    },
  ]);
});

test('null takes the ticket from its operator', async () => {
  const id = await desk.open({ assigneeId: desk.node.users.agent.id });
  expect((await desk.read(id)).assigned_to).toBe('agent');
  await desk.send('PATCH', `/${id}`, { assigned_to: null });
  expect(await desk.read(id)).toMatchObject({ assigned_to: null, assigned_at: null });
  await desk.send('PATCH', `/${id}`, { assigned_to: 'Смена 2' });
  expect(await desk.read(id)).toMatchObject({ assigned_to: 'Смена 2' });
  await desk.send('PATCH', `/${id}`, { assigned_to: null });
  expect(await desk.read(id)).toMatchObject({ assigned_to: null, assigned_at: null });
});

test.each([{}, { unknown: 1 }, { status: null }, undefined])('%o is no change', async (body) => {
  const id = await desk.open();
  const answer = await desk.send('PATCH', `/${id}`, body);
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    success: false,
    error: { code: 'NO_CHANGES', userMessage: 'Нет изменений для сохранения' },
  });
});

test('what cannot be logged is not done', async () => {
  const id = await desk.open();
  const before = await desk.read(id);
  await desk.node.services.database.write((tx) =>
    tx.sql.schema.alterTable('audit_log').renameTo('gone').execute(),
  );
  const answers = [
    await desk.send('PATCH', `/${id}`, { status: 'closed', category: 'other', assigned_to: 'agent' }),
    await desk.send('POST', `/${id}/messages`, { message: 'Hello' }),
    await desk.send('POST', `/${id}/assign`, { operatorUsername: 'agent' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
  expect(await desk.read(id)).toEqual(before);
  expect(await desk.messagesOf(id)).toHaveLength(1);
});
