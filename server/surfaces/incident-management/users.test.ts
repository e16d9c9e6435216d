import { expect, test } from 'vitest';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import { act, incidentAt, readIncident } from '../../testing/incident-tickets.ts';
import { testPassword } from '../../testing/test-users.ts';

const person = {
  username: 'newcomer',
  password: 'long enough',
  password_confirm: 'long enough',
  email: 'newcomer@example.org',
  first_name: 'New',
  last_name: 'van der Comer',
  role: 'SUPPORT',
};

interface User {
  id: number;
  role: string;
  department: string;
}

async function create(desk: TestIncident, fields: object = {}, as = 'superadmin'): Promise<User> {
  return (await desk.ask('POST', '/api/users/', { as, body: { ...person, ...fields } })).body as User;
}

const errorOf = (answer: { status: number; body: unknown }) => [answer.status, answer.body];

test('only a super admin makes admins, by creating or by changing', async () => {
  await using desk = await createTestIncident();
  const refused = [403, { error: 'Only super admin can create admin users' }];
  const body = { ...person, role: 'ADMIN' };
  expect(errorOf(await desk.ask('POST', '/api/users/', { as: 'admin', body }))).toEqual(refused);
  const path = `/api/users/${desk.node.users.agent.id}/`;
  const change = { as: 'admin', body: { role: 'ADMIN' } };
  expect(errorOf(await desk.ask('PATCH', path, change))).toEqual(refused);
});

test('a super admin shows as admin, keeps that written back, and is not demoted or put out', async () => {
  await using desk = await createTestIncident();
  const { superAdmin } = desk.node.users;
  const path = `/api/users/${superAdmin.id}/`;
  const kept = await desk.ask('PATCH', path, { as: 'superadmin', body: { role: 'ADMIN' } });
  expect(kept.body).toMatchObject({ role: 'ADMIN' });
  expect((await desk.node.services.users.find(superAdmin.id))?.role).toBe('super_admin');
  const demoted = await desk.ask('PATCH', path, { as: 'superadmin', body: { role: 'SUPPORT' } });
  expect(demoted.status).toBe(400);
  expect((await desk.ask('POST', `${path}deactivate/`, { as: 'admin' })).status).toBe(400);
  expect((await desk.ask('PATCH', path, { as: 'admin', body: { password: 'a new password' } })).status).toBe(
    403,
  );
  const own = await desk.ask('POST', `${path}deactivate/`, { as: 'superadmin' });
  expect(errorOf(own)).toEqual([400, { error: 'You cannot deactivate yourself' }]);
});

test('a free department names one of the five and stays as it was written', async () => {
  await using desk = await createTestIncident();
  const { id, department } = await create(desk, { department: 'KYC & Accounts' });
  expect(department).toBe('KYC & Accounts');
  const stored = async () => (await desk.node.services.users.find(id))?.department;
  expect(await stored()).toBe('account');
  const path = `/api/users/${id}/`;
  await desk.ask('PATCH', path, { as: 'admin', body: { department: 'Billing' } });
  expect(await stored()).toBe('account');
  await desk.ask('PATCH', path, { as: 'admin', body: { department: 'Loan' } });
  expect(await stored()).toBe('loan');
  const derived = await desk.ask('GET', `/api/users/${desk.node.users.outsider.id}/`, { as: 'admin' });
  expect(derived.body).toMatchObject({ department: 'Technical' });
});

test('names are taken across addresses and cases, also by the deleted', async () => {
  await using desk = await createTestIncident();
  const { id } = await create(desk);
  const again = { as: 'superadmin', body: { ...person, username: 'NEWCOMER', email: 'x@example.org' } };
  const taken = [400, { error: 'A user with that username already exists' }];
  expect(errorOf(await desk.ask('POST', '/api/users/', again))).toEqual(taken);
  expect((await desk.ask('DELETE', `/api/users/${id}/`, { as: 'admin' })).status).toBe(204);
  expect(errorOf(await desk.ask('POST', '/api/users/', again))).toEqual(taken);
});

test('a deleted user is gone from everywhere but the tickets', async () => {
  await using desk = await createTestIncident();
  const ticketId = await incidentAt(desk, 'IN_PROGRESS');
  const { agent } = desk.node.users;
  const path = `/api/users/${agent.id}/`;
  const gone = await desk.ask('DELETE', path, { as: 'superadmin' });
  expect([gone.status, gone.text]).toEqual([204, '']);
  expect(errorOf(await desk.ask('GET', path, { as: 'superadmin' }))).toEqual([
    404,
    { error: 'User not found' },
  ]);
  expect((await desk.ask('DELETE', path, { as: 'superadmin' })).status).toBe(404);
  expect((await desk.ask('GET', '/api/tickets/', { as: 'agent' })).status).toBe(401);
  const list = (await desk.ask('GET', '/api/users/', { as: 'admin' })).body as User[];
  expect(list.map(({ id }) => id)).not.toContain(agent.id);
  const ticket = await readIncident(desk, ticketId);
  expect(ticket).toMatchObject({ assigned_to: [agent.id], assigned_to_names: ['Test agent'] });
  const own = await desk.ask('DELETE', `/api/users/${desk.node.users.admin.id}/`, { as: 'admin' });
  expect(errorOf(own)).toEqual([400, { error: 'You cannot delete yourself' }]);
});

test('a customer becomes an agent who can be given tickets', async () => {
  await using desk = await createTestIncident();
  const { id } = await create(desk, { role: 'CLIENT' });
  await desk.ask('PATCH', `/api/users/${id}/`, { as: 'admin', body: { role: 'SUPPORT' } });
  const ticketId = await incidentAt(desk, 'OPENED');
  expect((await act(desk, ticketId, 'assign', 'admin', { assigned_to: [id] })).status).toBe(200);
});

test('a new password ends the sessions that the old one began', async () => {
  await using desk = await createTestIncident();
  const credentials = { username: 'customer', password: testPassword };
  const login = async () => (await desk.ask('POST', '/api/auth/login/', { body: credentials })).body;
  const [mine, other] = [await login(), await login()] as { access: string; refresh: string }[];
  const headers = { authorization: `Bearer ${mine?.access}` };
  const body = { password: 'another one', password_confirm: 'another one' };
  expect((await desk.ask('PATCH', '/api/profile/update/', { headers, body })).status).toBe(200);
  const refresh = async (session: { refresh: string } | undefined) =>
    (await desk.ask('POST', '/api/auth/refresh/', { body: { refresh: session?.refresh } })).status;
  expect(await refresh(mine)).toBe(200);
  expect(await refresh(other)).toBe(401);
  const path = `/api/users/${desk.node.users.customer.id}/`;
  await desk.ask('PATCH', path, { as: 'admin', body: { password: 'set by an admin' } });
  expect(await refresh(mine)).toBe(401);
});

test('roles are listed by their word, and an admin sees all profiles', async () => {
  await using desk = await createTestIncident();
  const names = async (role: string) => {
    const answer = await desk.ask('GET', `/api/users/by_role/?role=${role}`, { as: 'admin' });
    return (answer.body as { username: string }[]).map(({ username }) => username);
  };
  expect(await names('ADMIN')).toEqual(['superadmin', 'admin']);
  expect(await names('SUPPORT')).toEqual(['agent', 'colleague', 'outsider', 'applicant', 'leaver']);
  expect(await names('CLIENT')).toEqual(['customer']);
  expect((await desk.ask('GET', '/api/profiles/', { as: 'admin' })).body).toHaveLength(8);
});
