import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestOperators, type TestOperators } from '../../testing/test-operators.ts';

let desk: TestOperators;
beforeEach(async () => {
  desk = await createTestOperators();
});
afterEach(() => desk[Symbol.asyncDispose]());

test('a known operator becomes the assignee, the work starts, and the conversation and the log say so', async () => {
  const id = await desk.open();
  const { agent, colleague } = desk.node.users;
  await desk.send('POST', `/${id}/assign`, { operatorUsername: 'agent' });
  const first = await desk.read(id);
  expect(first).toMatchObject({ assigned_to: 'agent', status: 'in_progress' });
  expect(first.assigned_at).not.toBeNull();
  expect((await desk.node.services.ticketReads.find({ id }))?.assignee_id).toBe(agent.id);
  await desk.send('PATCH', `/${id}`, { status: 'resolved' });
  await desk.send('POST', `/${id}/assign`, { operatorUsername: 'colleague@example.org' });
  expect(await desk.read(id)).toMatchObject({ assigned_to: 'colleague@example.org', status: 'in_progress' });
  const stored = await desk.node.services.ticketReads.find({ id });
  expect(stored).toMatchObject({ assignee_id: colleague.id, reassignment_count: 1, resolved_at: null });
  const system = (await desk.messagesOf(id)).filter(({ sender_type }) => sender_type === 'system');
  expect(system).toMatchObject([
    { message: 'Тикет назначен оператору agent', sender_id: null, message_type: 'system_note' },
    { message: 'Тикет назначен оператору colleague@example.org' },
  ]);
  expect(await desk.actionsOn(id)).toMatchObject([
    { action: 'ticket_assigned', metadata: { operator: 'agent', previous_operator: null } },
    { action: 'ticket_updated' },
    {
      action: 'ticket_assigned',
      metadata: { operator: 'colleague@example.org', previous_operator: 'agent' },
    },
  ]);
});

test.each(['operator@admin.com', 'Мария', 'customer', 'leaver', 'applicant'])(
  '%s, who works on no tickets, is kept as a name alone',
  async (operatorUsername) => {
    const id = await desk.open({ assigneeId: desk.node.users.agent.id });
    await desk.send('POST', `/${id}/assign`, { operatorUsername });
    const ticket = await desk.read(id);
    expect(ticket).toMatchObject({ assigned_to: operatorUsername, status: 'in_progress' });
    expect(ticket.assigned_at).not.toBeNull();
    expect((await desk.node.services.ticketReads.find({ id }))?.assignee_id).toBeNull();
  },
);

test('a name gives way when the ticket is assigned elsewhere', async () => {
  const id = await desk.open();
  const { admin, agent } = desk.node.users;
  await desk.send('POST', `/${id}/assign`, { operatorUsername: 'Мария' });
  await desk.ask('PATCH', `/api/v1/tickets/${id}/assign`, {
    as: admin.username,
    body: { agent_id: agent.id },
  });
  expect((await desk.read(id)).assigned_to).toBe('agent');
});
