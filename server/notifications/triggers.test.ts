import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Status } from '#shared/model/status.ts';
import { personChannelNames } from '../channels/create-channels.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import { dueQuery } from './delivery-queue.repo.ts';
import { eventsOf, type NotificationEvent } from './triggers.ts';

const ticket = (status: Status, assignees: number[] = []) => ({
  status,
  assignee_ids: JSON.stringify(assignees),
  requester_id: 9,
  merged_into_uid: null,
});

const moves: [Status, Status, 'staff' | 'client', NotificationEvent | null][] = [
  ['new', 'opened', 'staff', 'TICKET_OPENED'],
  ['closed', 'opened', 'staff', null],
  ['opened', 'in_progress', 'staff', 'WORK_STARTED'],
  ['on_hold', 'in_progress', 'staff', null],
  ['in_progress', 'resolved', 'staff', 'WORK_FINISHED'],
  ['resolved', 'waiting_approval', 'staff', null],
  ['waiting_approval', 'resolved', 'staff', null],
  ['resolved', 'closed', 'client', 'TICKET_APPROVED'],
  ['waiting_approval', 'closed', 'client', 'TICKET_APPROVED'],
  ['resolved', 'closed', 'staff', null],
  ['resolved', 'in_progress', 'client', 'TICKET_REJECTED'],
  ['resolved', 'in_progress', 'staff', null],
  ['resolved', 'opened', 'client', null],
];

test.each(moves)('from %s to %s by %s is %s', (from, to, mover, event) => {
  const activity = { kind: 'status_updated' as const, actor_id: mover === 'client' ? 9 : 2 };
  expect(eventsOf(ticket(from), ticket(to), [activity])).toEqual(event === null ? [] : [event]);
});

test('a ticket made with somebody on it is two events, one more person on it a third', () => {
  const made = ticket('new', [3]);
  expect(eventsOf(null, made, [])).toEqual(['TICKET_CREATED', 'TICKET_ASSIGNED']);
  expect(eventsOf(made, ticket('new', [4, 3]), [])).toEqual(['TICKET_ASSIGNED']);
  expect(eventsOf(ticket('new', [4, 3]), made, [])).toEqual([]);
});

test('what is due is read off its index', async () => {
  await using desk = await createTestDesk();
  const { sql, parameters } = dueQuery(desk.services.database.db, personChannelNames, 1, 20).compile();
  const connection = new BetterSqlite3(desk.file, { readonly: true });
  const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  connection.close();
  const plan = steps.map(({ detail }) => detail).join('\n');
  expect(plan).toContain('notification_due');
  expect(plan).toContain('notification_waiting');
  expect(plan).not.toContain('TEMP B-TREE');
});
