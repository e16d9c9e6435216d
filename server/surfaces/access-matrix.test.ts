import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { snapshotPageSchema } from '#shared/protocol/sync.ts';
import { askers, type Expectation } from '../testing/access/askers.ts';
import { matrix } from '../testing/access/matrix.ts';
import { createRouteDesk, type RouteDesk } from '../testing/access/route-desk.ts';
import { testPassword } from '../testing/test-users.ts';
import type { Method } from '../testing/test-asker.ts';

let desk: RouteDesk;

beforeAll(async () => {
  desk = await createRouteDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

async function tokenFor(as: string, isLastOfSession: boolean): Promise<string> {
  if (!isLastOfSession || as === 'departed') return desk.tokenOf(as);
  const body = { username: as, password: testPassword };
  const login = await desk.ask('POST', '/api/auth/login/', { body });
  return (login.body as { access: string }).access;
}

async function ask(expectation: Expectation, as: string): Promise<{ status: number; hasChanged: boolean }> {
  const [method = '', path = ''] = expectation.route.split(' ');
  const url = (await desk.fillPath(path, expectation.at)) + (expectation.query ?? '');
  const headers: Record<string, string> = {};
  if (as !== 'nobody') {
    headers['authorization'] = `Bearer ${await tokenFor(as, expectation.isLastOfSession ?? false)}`;
  }
  const body = expectation.body === undefined ? {} : { body: desk.fillBody(expectation.body) };
  // Backups are named for their second.
  desk.node.clock.advance(1000);
  const before = await desk.digest();
  const { status } = await desk.ask(method as Method, url, { headers, ...body });
  return { status, hasChanged: (await desk.digest()) !== before };
}

test('every route has an expectation, and every expectation a route', () => {
  expect(matrix.map(({ route }) => route).toSorted()).toEqual(desk.served.toSorted());
});

test.each(['customer', 'neighbour', 'applicant'])('the snapshot of %s is empty', async (as) => {
  await desk.openTicket();
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
