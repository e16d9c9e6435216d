import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { snapshotPageSchema } from '#shared/protocol/sync.ts';
import type { HexIds } from '../http/hex-id.ts';
import { loadHexIds } from '../installation/hex-ids.ts';
import { adminTicketsAccess } from '../testing/access/admin-tickets.ts';
import { askers, type Expectation } from '../testing/access/askers.ts';
import { customerSupportAccess } from '../testing/access/customer-support.ts';
import { incidentManagementAccess } from '../testing/access/incident-management.ts';
import { itSupportAccess } from '../testing/access/it-support.ts';
import { ownAccess } from '../testing/access/own.ts';
import { v1Access } from '../testing/access/v1.ts';
import { withServedRoutes } from '../testing/served-routes.ts';
import { createTestIncident, type TestIncident } from '../testing/test-incident.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { testPassword } from '../testing/test-users.ts';
import type { Method } from '../testing/test-v1.ts';

const matrix: readonly Expectation[] = [
  ...v1Access,
  ...customerSupportAccess,
  ...adminTicketsAccess,
  ...incidentManagementAccess,
  ...itSupportAccess,
  ...ownAccess,
];

let desk: TestIncident;
let served: string[];
let ids: HexIds;
let used = 0;

beforeAll(async () => {
  const { started, routes } = await withServedRoutes(createTestIncident);
  desk = started;
  served = routes;
  const { createUser, services, users } = desk.node;
  ids = await loadHexIds(services.database, services.random);
  await createUser({ username: 'neighbour', role: 'customer' });
  const departed = await createUser({ username: 'departed', department: 'payment' });
  for (const as of askers.slice(1)) await desk.tokenOf(as);
  await services.users.deactivate(users.superAdmin, departed.id);
});
afterAll(() => desk[Symbol.asyncDispose]());

/** A ticket of the customer on which the agent works. */
async function openTicket(at: Expectation['at'] = 'in_progress'): Promise<number> {
  const { createTicket, services, users } = desk.node;
  const { agent, customer, superAdmin } = users;
  const requester = { id: customer.id, name: null, email: null };
  const { id, uid } = await createTicket({ assigneeId: agent.id, requester, category: 'payment' });
  const steps = {
    new: [],
    opened: ['opened'],
    in_progress: ['in_progress'],
    resolved: ['in_progress', 'resolved'],
  } as const;
  for (const to of steps[at]) {
    const args = { ticket_uid: uid, activity_uid: services.mintUid(), to };
    await applyChange(services, superAdmin, { name: 'ticket-status', args });
  }
  return id;
}

/** The path with the ids of what was made for this request alone. */
async function fillPath(path: string, at: Expectation['at']): Promise<string> {
  const isHex = path.startsWith('/api/support/') || path.startsWith('/api/admin/approve-agent/');
  if (!path.includes(':')) return path;
  if (path.includes('/notifications/')) return path.replace(':id', '999999');
  const isTicket = path.includes('/tickets/:');
  const id = isTicket
    ? await openTicket(at)
    : (await desk.node.createUser({ department: 'payment', is_approved: isHex ? 0 : 1 })).id;
  const shown = isHex ? ids.encode(isTicket ? 'ticket' : 'user', id) : String(id);
  return path.replace(/:(id|ticket_id|user_id|agent_id)\b/, shown).replace(':attachment_id', '999999');
}

function fillBody(body: object): object {
  used += 1;
  const agentId = ids.encode('user', desk.node.users.outsider.id);
  return JSON.parse(
    JSON.stringify(body).replaceAll('#', String(used)).replaceAll(':agent', agentId),
  ) as object;
}

async function tokenFor(as: string, isLastOfSession: boolean): Promise<string> {
  if (!isLastOfSession || as === 'departed') return desk.tokenOf(as);
  const body = { username: as, password: testPassword };
  const login = await desk.ask('POST', '/api/auth/login/', { body });
  return (login.body as { access: string }).access;
}

async function ask(expectation: Expectation, as: string): Promise<{ status: number; hasChanged: boolean }> {
  const [method = '', path = ''] = expectation.route.split(' ');
  const url = (await fillPath(path, expectation.at)) + (expectation.query ?? '');
  const headers: Record<string, string> = {};
  if (as !== 'nobody') {
    headers['authorization'] = `Bearer ${await tokenFor(as, expectation.isLastOfSession ?? false)}`;
  }
  const body = expectation.body === undefined ? {} : { body: fillBody(expectation.body) };
  // Backups are named for their second.
  desk.node.clock.advance(1000);
  const before = await desk.digest();
  const { status } = await desk.ask(method as Method, url, { headers, ...body });
  return { status, hasChanged: (await desk.digest()) !== before };
}

test('every route has an expectation, and every expectation a route', () => {
  expect(matrix.map(({ route }) => route).toSorted()).toEqual(served.toSorted());
});

test.each(['customer', 'neighbour', 'applicant'])('the snapshot of %s is empty', async (as) => {
  await openTicket();
  const { body } = await desk.ask('GET', '/api/console/sync/snapshot', { as });
  const { scope, total, rows } = snapshotPageSchema.parse(body);
  expect({ scope, total, tickets: rows.ticket.id, people: rows.profile.id }).toEqual({
    scope: [],
    total: 0,
    tickets: [],
    people: [],
  });
});

/** What an upgraded connection is told first: the code it is closed with, or 200 for a frame. */
async function upgradeAs(as: string): Promise<number> {
  const { port } = desk.node.app.server.address() as AddressInfo;
  const query = as === 'nobody' ? '' : `?token=${await desk.tokenOf(as)}`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws${query}`);
  const heard = once(socket, 'message').then(() => 200);
  const closed = once(socket, 'close').then(([code]) => code as number);
  const told = await Promise.race([heard, closed]);
  socket.terminate();
  return told;
}

test('the upgrade of /ws', async () => {
  await desk.node.app.listen({ host: '127.0.0.1', port: 0 });
  const answered: number[] = [];
  for (const as of askers) answered.push(await upgradeAs(as));
  expect(answered).toEqual([4401, 4401, 200, 200, 200, 200, 4403, 200, 200]);
});

test.each(matrix)('$route', async (expectation) => {
  const answered: Record<string, number> = {};
  const changed: string[] = [];
  for (const as of askers) {
    const { status, hasChanged } = await ask(expectation, as);
    answered[as] = status;
    if (status >= 400 && hasChanged) changed.push(as);
  }
  const expected = Object.fromEntries(askers.map((as, index) => [as, expectation.statuses[index]]));
  expect(answered).toEqual(expected);
  expect(changed).toEqual([]);
});
