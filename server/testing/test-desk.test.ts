import { expect, test } from 'vitest';
import { listMessages } from '../tickets/ticket.repo.ts';
import { createTestDesk } from './test-desk.ts';

test('a test desk has users of every role and takes tickets', async () => {
  await using desk = await createTestDesk();
  const { users, services } = desk;
  expect(Object.values(users).map((user) => user.role)).toEqual(
    expect.arrayContaining(['super_admin', 'admin', 'agent', 'customer']),
  );

  const ticket = await desk.createTicket({ subject: 'Card declined', assigneeId: users.agent.id });

  expect(ticket).toMatchObject({ subject: 'Card declined', assignee_id: users.agent.id, status: 'new' });
  expect(await listMessages(services.database.db, [ticket.id])).toHaveLength(1);
});
