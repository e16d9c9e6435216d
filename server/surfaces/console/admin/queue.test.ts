import { expect, test } from 'vitest';
import { consoleRules } from '#shared/model/rule-set.ts';
import { categoryCalls } from '#shared/protocol/admin/categories.ts';
import { recordCalls } from '#shared/protocol/admin/records.ts';
import { queueAlertMs, queueCalls } from '#shared/protocol/admin/queue.ts';
import type { NodeFields } from '../../../tickets/ticket-writer.ts';
import { createTestAdmin } from '../../../testing/test-admin.ts';
import { applyChange } from '../../../testing/test-tickets.ts';

test('the queue shows who waits longest, who is overdue, and who could take it', async () => {
  await using admin = await createTestAdmin();
  const { createTicket, clock, services, users } = admin.node;
  const returned = await createTicket({ subject: 'Returned', assigneeId: users.agent.id });
  const first = await createTicket({ subject: 'First' });
  clock.advance(queueAlertMs + 1_000);
  await applyChange(services, users.admin, {
    name: 'ticket-assign',
    args: {
      ticket_uid: returned.uid,
      activity_uid: services.mintUid(),
      status_activity_uid: services.mintUid(),
      assignee_id: null,
    },
  });
  await createTicket({ subject: 'Loan', category: 'loan' });
  const queue = await admin.ask(queueCalls.list);
  expect(queue.tickets.map(({ subject }) => subject)).toEqual(['First', 'Returned', 'Loan']);
  expect(queue).toMatchObject({ total: 3, overdue: 1 });
  expect(await admin.ask(queueCalls.alert)).toEqual({ overdue: 1 });
  expect(queue.tickets[0]).toMatchObject({ id: first.id, waiting_since: first.created_at });
  expect(queue.tickets[1]).toMatchObject({ waiting_since: clock.now() });
  expect(queue.departments.find(({ department }) => department === 'payment')).toEqual({
    department: 'payment',
    waiting: 2,
    oldest_since: first.created_at,
    agents: 2,
    available: 2,
    free: 20,
  });
  expect(queue.departments.find(({ department }) => department === 'loan')).toMatchObject({
    waiting: 1,
    agents: 0,
    free: 0,
  });
});

test('tickets are given to an agent or to whom the node chooses, each with its own result and reason', async () => {
  await using admin = await createTestAdmin();
  const { createTicket, users } = admin.node;
  const [one, two, loan] = [
    await createTicket(),
    await createTicket(),
    await createTicket({ category: 'loan' }),
  ];
  const chosen = await admin.ask(queueCalls.assign, {
    body: { ticket_ids: [one.id, loan.id], agent_id: null },
  });
  expect(chosen.results).toEqual([
    {
      ticket_id: one.id,
      outcome: 'assigned',
      agent_name: 'Test agent',
      because: expect.stringMatching(/^because agent has 0 of 10 tickets/) as string,
    },
    { ticket_id: loan.id, outcome: 'queued', agent_name: null, because: null },
  ]);
  const given = await admin.ask(queueCalls.assign, {
    body: { ticket_ids: [two.id, one.id, 999_999], agent_id: users.agent.id },
  });
  expect(given.results.map(({ outcome, because }) => [outcome, because])).toEqual([
    ['assigned', null],
    ['unchanged', null],
    ['refused', 'ticket_not_found'],
  ]);
  const refused = await admin.ask(queueCalls.assign, {
    body: { ticket_ids: [loan.id], agent_id: users.leaver.id },
  });
  expect(refused.results).toMatchObject([{ outcome: 'refused', because: 'assignee_inactive' }]);

  const all = await admin.ask(queueCalls.assignments, { query: { limit: 1 } });
  expect(all.items).toMatchObject([
    { ticket_id: two.id, kind: 'assigned', to_name: 'Test agent', by_name: 'Test admin', explanation: null },
  ]);
  const rest = await admin.ask(queueCalls.assignments, { query: { after: all.next ?? 0, how: 'automatic' } });
  expect(rest).toMatchObject({
    items: [
      { ticket_id: one.id, by_name: null, explanation: { active: 0, capacity: 10, department: 'payment' } },
    ],
    next: null,
  });
});

test('admins say which department handles another surface’s category, for what comes from then on', async () => {
  await using admin = await createTestAdmin();
  const { services, users } = admin.node;
  const open = async (
    chosenCategory: NodeFields['chosenCategory'] = { vocabulary: 'support', word: 'damaged' },
  ) => {
    const node = { chosenCategory };
    const context = { actor: users.admin, rules: consoleRules, origin: 'customer-support', node };
    const told = {
      subject: 'Broken',
      description: 'It broke.',
      priority: 'low',
      source: 'web',
      tags: [],
    } as const;
    const requester = { id: users.customer.id, name: null, email: null };
    const blank = { category: 'general', phoneNumber: null, merchantId: null } as const;
    const opened = await services.ticketIntake.open({ ...told, ...blank, requester }, context);
    return opened.kind === 'applied' ? opened.written.ticket.category : null;
  };
  const routeOf = async () =>
    (await admin.ask(categoryCalls.list)).routes.find(({ word }) => word === 'Damaged');
  expect(await open()).toBe('general');
  expect(await routeOf()).toMatchObject({ department: 'general', documented: 'general', updated_at: null });

  const damaged = { vocabulary: 'support', word: 'Damaged' } as const;
  await admin.ask(categoryCalls.route, { body: { ...damaged, department: 'technical' } });
  expect(await routeOf()).toMatchObject({ department: 'technical', updated_by_name: 'Test admin' });
  expect(await open()).toBe('technical');
  await admin.ask(categoryCalls.route, {
    body: { vocabulary: 'admin', word: 'Billing', department: 'payment' },
  });
  expect(await open({ vocabulary: 'admin', word: 'billing' })).toBe('payment');

  await admin.ask(categoryCalls.route, { body: { ...damaged, department: null } });
  expect(await open()).toBe('general');
  const { items } = await admin.ask(recordCalls.audit, { query: { action: 'category_routed' } });
  expect(items).toHaveLength(3);
});
