import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChange } from '../../testing/test-tickets.ts';
import { createTestOperators, type TestOperators } from '../../testing/test-operators.ts';

let desk: TestOperators;
beforeEach(async () => {
  desk = await createTestOperators();
});
afterEach(() => desk[Symbol.asyncDispose]());

const ids = async (query: string): Promise<number[]> =>
  (await desk.send('GET', query)).body.data.tickets.map(({ id }) => id);

test('filters by what is shown, searches, combines, and pages newest first', async () => {
  const { services, users } = desk.node;
  const customer = await desk.node.createUser({
    role: 'customer',
    full_name: 'Анна Каренина',
    telegram_username: 'anna_k',
  });
  const a = await desk.open({ subject: 'Оплата 100% не прошла', priority: 'critical' });
  desk.node.clock.advance(1000);
  const b = await desk.open({ requester: { id: customer.id, name: null, email: null } });
  desk.node.clock.advance(1000);
  const c = await desk.open({ assigneeId: users.agent.id });
  await desk.send('POST', `/${b}/assign`, { operatorUsername: 'Мария' });
  const ticket_uid = (await services.ticketReads.find({ id: c }))?.uid ?? '';
  await applyChange(services, users.admin, {
    name: 'ticket-status',
    args: { ticket_uid, activity_uid: services.mintUid(), to: 'on_hold' },
  });
  expect(await ids('')).toEqual([c, b, a]);
  expect(await ids('?status=all&priority=all')).toEqual([c, b, a]);
  expect(await ids('?status=&priority=&search=&assignedTo=')).toEqual([c, b, a]);
  expect(await ids('?status=open')).toEqual([a]);
  expect(await ids('?status=waiting_user')).toEqual([c]);
  expect(await ids('?priority=P1')).toEqual([a]);
  expect(await ids('?priority=P2')).toEqual([]);
  expect(await ids('?assignedTo=agent')).toEqual([c]);
  expect(await ids(`?assignedTo=${encodeURIComponent('Мария')}`)).toEqual([b]);
  const found = (text: string) => ids(`?search=${encodeURIComponent(text)}`);
  expect(await found('оплата')).toEqual([a]);
  expect(await found('100%')).toEqual([a]);
  expect(await found('%')).toEqual([a]);
  expect(await found('КАРЕНИНА')).toEqual([b]);
  expect(await found('ANNA_K')).toEqual([b]);
  expect(await found('robin')).toEqual([c, a]);
  expect(await found('-002')).toEqual([b]);
  expect(await found("' OR 1=1 --")).toEqual([]);
  expect(await ids('?status=open&priority=P1&search=100')).toEqual([a]);
  expect(await ids('?status=open&search=robin&assignedTo=agent')).toEqual([]);
  expect(await ids('?limit=2&page=2')).toEqual([a]);
  const { body } = await desk.send('GET', '?limit=2&page=9');
  expect(body.data).toEqual({ tickets: [], pagination: { page: 9, limit: 2, total: 3, totalPages: 2 } });
  const searched = await desk.send('GET', '?search=robin&limit=1');
  expect(searched.body.data).toMatchObject({ pagination: { total: 2, totalPages: 2 } });
});

test.each([
  ['?page=0&limit=0', { page: 1, limit: 1 }],
  ['?page=-5&limit=101', { page: 1, limit: 100 }],
])('%s is moved into its range', async (query, shown) => {
  expect((await desk.send('GET', query)).body.data).toMatchObject({ pagination: shown });
});

test('the figures count the last thirty days by what is shown', async () => {
  const stats = async (as = 'admin') => (await desk.send('GET', '/stats', undefined, as)).body.data.stats;
  const none = { total: 0, open: 0, inProgress: 0, resolved: 0, slaBreached: 0, avgResponseMinutes: 0 };
  expect(await stats()).toEqual(none);
  const [a, b, c, d] = [
    await desk.open({ priority: 'critical' }),
    await desk.open(),
    await desk.open({ priority: 'low' }),
    await desk.open(),
  ];
  expect(await stats()).toEqual({ ...none, total: 4, open: 4 });
  desk.node.clock.advance(20 * 60_000);
  await desk.send('POST', `/${b}/messages`, { message: 'Hello' });
  desk.node.clock.advance(11 * 60_000);
  expect(await stats()).toEqual({
    ...none,
    total: 4,
    open: 3,
    inProgress: 1,
    slaBreached: 1,
    avgResponseMinutes: 20,
  });
  await desk.send('POST', `/${a}/messages`, { message: 'Hello' });
  await desk.send('PATCH', `/${c}`, { status: 'closed' });
  await desk.send('PATCH', `/${d}`, { status: 'waiting_user' });
  const busy = { ...none, total: 4, inProgress: 2, resolved: 1, avgResponseMinutes: 26 };
  expect(await stats()).toEqual(busy);
  await desk.send('PATCH', `/${a}`, { status: 'resolved' });
  expect(await stats()).toEqual({ ...busy, inProgress: 1, resolved: 2 });
  desk.node.clock.advance(30 * 86_400_000);
  // The admin's token is too old by then.
  expect(await stats('superadmin')).toEqual(none);
});
