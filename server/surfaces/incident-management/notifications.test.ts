import { expect, test } from 'vitest';
import { act, incidentAt, openIncident } from '../../testing/incident-tickets.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';

interface Entry {
  ticket: number;
  event: string;
  channel: string;
  recipient: string;
  recipient_name: string;
  status: string;
  error: string;
}

async function logOf(desk: TestIncident, as: string): Promise<Entry[]> {
  return (await desk.ask('GET', '/api/notifications/', { as })).body as Entry[];
}

/** Event and recipients by email, oldest first. */
async function told(desk: TestIncident): Promise<string[]> {
  const log = (await logOf(desk, 'admin')).toReversed();
  const mailed = log.filter(({ channel }) => channel === 'EMAIL');
  return mailed.map(({ event, recipient }) => `${event} ${recipient.split('@')[0]}`);
}

test('each step tells whom the document names, by both channels', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'RESOLVED');
  await act(desk, id, 'reject', 'customer', { comment: 'No' });
  await act(desk, id, 'finish_work', 'agent');
  await act(desk, id, 'approve', 'customer');
  const admins = ['superadmin', 'admin'];
  const both = (event: string, ...names: string[]) => names.map((name) => `${event} ${name}`);
  expect(await told(desk)).toEqual([
    ...both('TICKET_CREATED', ...admins),
    ...both('TICKET_ASSIGNED', 'agent'),
    ...both('TICKET_OPENED', 'customer'),
    ...both('WORK_STARTED', 'customer'),
    ...both('WORK_FINISHED', 'customer', ...admins),
    ...both('TICKET_REJECTED', 'agent', ...admins),
    ...both('WORK_FINISHED', 'customer', ...admins),
    ...both('TICKET_APPROVED', 'agent', ...admins),
  ]);
  const all = await logOf(desk, 'admin');
  const byChannel = Map.groupBy(all, ({ channel }) => channel);
  expect(byChannel.get('WHATSAPP')).toHaveLength(byChannel.get('EMAIL')?.length ?? 0);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['SKIPPED']));
  expect(new Set(all.map(({ error }) => error))).toEqual(
    new Set(['Email is not configured', 'No WhatsApp number']),
  );
});

test('everybody reads their own entries', async () => {
  await using desk = await createTestIncident();
  await incidentAt(desk, 'IN_PROGRESS');
  const own = await logOf(desk, 'customer');
  expect(own.map(({ event }) => event)).toEqual([
    'WORK_STARTED',
    'WORK_STARTED',
    'TICKET_OPENED',
    'TICKET_OPENED',
  ]);
  expect((await logOf(desk, 'agent')).map(({ event }) => event)).toEqual([
    'TICKET_ASSIGNED',
    'TICKET_ASSIGNED',
  ]);
  expect(await logOf(desk, 'colleague')).toEqual([]);
});

test('only who is new on a ticket is told of the assignment', async () => {
  await using desk = await createTestIncident();
  const { agent, colleague } = desk.node.users;
  const id = await openIncident(desk);
  await act(desk, id, 'assign', 'admin', { assigned_to: [agent.id] });
  await act(desk, id, 'assign', 'admin', { assigned_to: [colleague.id, agent.id] });
  const assigned = (await told(desk)).filter((line) => line.startsWith('TICKET_ASSIGNED'));
  expect(assigned).toEqual(['TICKET_ASSIGNED agent', 'TICKET_ASSIGNED colleague']);
});

test('what happens through another surface is told as well, and a refused change tells nobody', async () => {
  await using desk = await createTestIncident();
  const id = await openIncident(desk);
  const assign = { agent_id: desk.node.users.agent.id };
  await desk.ask('PATCH', `/api/v1/tickets/${id}/assign`, { as: 'admin', body: assign });
  const lines = (await told(desk)).slice(2);
  expect(lines).toEqual(['TICKET_ASSIGNED agent', 'WORK_STARTED customer']);
  await act(desk, id, 'open_ticket', 'admin');
  expect((await told(desk)).slice(2)).toEqual(lines);
});
