import { expect, test } from 'vitest';
import { createTestV1 } from '../../testing/test-v1.ts';

interface Detail {
  data: { ticket: { activities: object[] } };
}

test('an automatic assignment is told as the document shows it', async () => {
  await using v1 = await createTestV1();
  const { services, createUser, createTicket } = v1.node;
  const agent = await createUser({ username: 'loaner', full_name: 'Lo Aner', department: 'loan' });
  const { id, code, uid } = await createTicket({ category: 'loan' });
  await services.autoAssignment.request(uid, 'it-support');

  const { body } = await v1.ask('GET', `/tickets/${id}`, { as: 'admin' });
  const metadata = {
    agent_id: agent.id,
    agent_username: 'loaner',
    agent_department: 'loan',
    auto_assigned: true,
    method: 'auto',
  };
  const activity = {
    id: expect.any(Number),
    activity_type: 'assigned',
    description: 'Ticket assigned to Lo Aner (loan)',
    metadata,
  };
  const created_at = expect.any(String);
  expect(body).toMatchObject({
    data: {
      ticket: { status: 'open', assigned_agent_id: agent.id, auto_assigned: true, reassignment_count: 0 },
    },
  });
  expect((body as Detail).data.ticket.activities).toEqual([{ ...activity, admin_user_id: null, created_at }]);
  const log = await v1.ask('GET', `/tickets/${id}/activities`, { as: 'admin' });
  expect(log.body).toEqual({
    success: true,
    data: { ticket_id: code, activities: [{ ...activity, created_at, admin_user: null }], total: 1 },
  });
});
