import { expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import { moveTicketCount, recountTickets, sumTicketCounts } from './ticket-count.repo.ts';

async function readCounts({ db }: Database) {
  const rows = await db
    .selectFrom('ticket_count')
    .select(['assignee_id', 'status', 'category', 'tickets'])
    .where('tickets', '!=', 0)
    .orderBy('assignee_id')
    .orderBy('status')
    .orderBy('category')
    .execute();
  return rows;
}

test('the counts follow every change and equal a fresh count', async () => {
  await using desk = await createTestDesk();
  const { services, users } = desk;
  const { database, mintUid } = services;
  const first = await desk.createTicket({ assigneeId: users.agent.id });
  const second = await desk.createTicket({ category: 'loan' });
  await desk.createTicket();
  const change = (name: 'ticket-status' | 'ticket-category', ticket_uid: string, more: object) =>
    applyChange(services, users.superAdmin, {
      name,
      args: { ticket_uid, activity_uid: mintUid(), ...more },
    } as Parameters<typeof applyChange>[2]);
  await change('ticket-status', first.uid, { to: 'closed' });
  await change('ticket-category', second.uid, { category: 'technical' });

  const kept = await readCounts(database);
  await database.write((tx) => recountTickets(tx));
  expect(kept).toEqual(await readCounts(database));
  expect(await sumTicketCounts(database.db, {})).toBe(3);
  expect(await sumTicketCounts(database.db, { isUnassigned: true })).toBe(2);
  expect(await sumTicketCounts(database.db, { assigneeId: users.agent.id, statuses: ['closed'] })).toBe(1);
  expect(await sumTicketCounts(database.db, { category: 'loan' })).toBe(0);
});

test('a deleted ticket is counted no more', async () => {
  await using desk = await createTestDesk();
  const ticket = await desk.createTicket();
  await desk.services.database.write((tx) => moveTicketCount(tx, ticket, null));
  expect(await sumTicketCounts(desk.services.database.db, {})).toBe(0);
});
