import { expect, test } from 'vitest';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import { findShapeFaults, type Shape } from '../../testing/shape.ts';
import { testPassword } from '../../testing/test-users.ts';

/** Copied from the document: the shape of each example, key by key, in its order. */
const date = 'zdate';

const identity = {
  id: 'int',
  username: 'string',
  email: 'string',
  first_name: 'string',
  last_name: 'string',
};
const contacts = {
  role: '"ADMIN" | "SUPPORT" | "CLIENT"',
  phone_number: 'string',
  whatsapp_number: 'string',
  department: 'string',
};
const user: Shape = {
  ...identity,
  full_name: 'string',
  ...contacts,
  is_active: 'boolean',
  date_joined: date,
};
const attachmentHead = { id: 'int', ticket: 'int' };
const upload = { uploaded_by: 'int', uploaded_by_name: 'string', uploaded_at: date };
const historyEntry: Shape = {
  id: 'int',
  ticket: 'int',
  changed_by: 'int',
  changed_by_name: 'string',
  status_from: 'string',
  status_from_display: 'string',
  status_to: 'string',
  status_to_display: 'string',
  comment: 'string',
  timestamp: date,
};
const ticketHead = {
  id: 'int',
  project_name: 'string',
  title: 'string',
  description: 'string',
  priority: 'string',
  priority_display: 'string',
  category: 'string',
  category_display: 'string',
  status: 'string',
  status_display: 'string',
  created_by: 'int',
  created_by_name: 'string',
  assigned_to: ['int'],
  assigned_to_names: ['string'],
  assigned_team: 'null',
  response_due_at: date,
  resolution_due_at: date,
  response_breached: 'boolean',
  resolution_breached: 'boolean',
  response_sla_minutes: 'int',
  estimated_resolution_time: date,
  created_at: date,
  updated_at: date,
  opened_at: date,
  started_at: date,
  resolved_at: 'null',
  closed_at: 'null',
} as const satisfies Shape;

function expectShape(value: unknown, shape: Shape): void {
  expect(findShapeFaults(value, shape)).toEqual([]);
}

interface Ticket {
  id: number;
  attachments: unknown[];
  history: Record<string, unknown>[];
}

const draft = {
  project_name: 'Website Redesign',
  title: 'Contact form not sending emails',
  description: "When submitting the contact form, users don't receive confirmation emails",
  priority: 'MEDIUM',
  category: 'BUG',
};

/** The document's ticket: opened, assigned to two, in progress, with a file. */
async function workedTicket({ ask, node: { users, clock } }: TestIncident): Promise<number> {
  const made = await ask('POST', '/api/tickets/', { as: 'customer', body: draft });
  const { id } = made.body as Ticket;
  const path = `/api/tickets/${id}`;
  await ask('POST', `${path}/open_ticket/`, { as: 'admin' });
  const body = {
    assigned_to: [users.agent.id, users.colleague.id],
    resolution_due_at: '2025-12-24T18:00:00Z',
    estimated_resolution_time: '2025-12-24T15:00:00Z',
  };
  await ask('POST', `${path}/assign/`, { as: 'admin', body });
  clock.advance(1000);
  await ask('POST', `${path}/start_work/`, { as: 'agent' });
  const file_data = Buffer.from('hello').toString('base64');
  await ask('POST', `${path}/add_attachment/`, { as: 'customer', body: { file_data } });
  return id;
}

test('signing in and refreshing', async () => {
  await using desk = await createTestIncident();
  const login = await desk.ask('POST', '/api/auth/login/', {
    body: { username: 'admin', password: testPassword, extra: 'ignored' },
  });
  expect(login.status).toBe(200);
  expectShape(login.body, { access: 'string', refresh: 'string', user: { ...identity, ...contacts } });
  const { refresh } = login.body as { refresh: string };
  const refreshed = await desk.ask('POST', '/api/auth/refresh/', { body: { refresh } });
  expect(refreshed.status).toBe(200);
  expectShape(refreshed.body, { access: 'string' });
});

test('a ticket, a list of them and its file and history', async () => {
  await using desk = await createTestIncident();
  const id = await workedTicket(desk);
  const detail = await desk.ask('GET', `/api/tickets/${id}/`, { as: 'agent' });
  expect(detail.status).toBe(200);
  expectShape(detail.body, {
    ...ticketHead,
    attachments: [{ ...attachmentHead, file_data: 'string', ...upload }],
    history: [historyEntry],
  });
  expect((detail.body as Ticket).history).toMatchObject([
    { status_from: 'NEW', status_to: 'OPENED', comment: 'Ticket opened by admin' },
    { status_from: 'OPENED', status_to: 'IN_PROGRESS', comment: 'Work started on ticket' },
  ]);
  const list = await desk.ask('GET', '/api/tickets/', { as: 'agent' });
  const [listed] = list.body as Ticket[];
  expect(listed).toMatchObject({ id, attachments: [], history: [] });
  expectShape(
    { ...listed, attachments: 0, history: 0 },
    { ...ticketHead, attachments: 'int', history: 'int' },
  );
});

test('creating answers 201 with the whole ticket', async () => {
  await using desk = await createTestIncident();
  const { status, body } = await desk.ask('POST', '/api/tickets/', { as: 'customer', body: draft });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...draft,
    priority_display: 'Medium',
    category_display: 'Bug',
    status: 'NEW',
    status_display: 'New',
    created_by: desk.node.users.customer.id,
    assigned_to: [],
    assigned_to_names: [],
    resolution_due_at: null,
    response_sla_minutes: 120,
    history: [],
    attachments: [],
  });
});

test('an attachment answers without its content', async () => {
  await using desk = await createTestIncident();
  const id = await workedTicket(desk);
  const body = { file_data: 'aGVsbG8=' };
  const answer = await desk.ask('POST', `/api/tickets/${id}/add_attachment/`, { as: 'agent', body });
  expect(answer.status).toBe(200);
  expectShape(answer.body, {
    message: '"Attachment added successfully"',
    attachment: { ...attachmentHead, ...upload },
  });
});

test('users, profiles and notifications', async () => {
  await using desk = await createTestIncident();
  await workedTicket(desk);
  const { ask, node } = desk;
  expectShape((await ask('GET', '/api/users/', { as: 'admin' })).body, [user]);
  expectShape((await ask('GET', '/api/users/by_role/?role=SUPPORT', { as: 'admin' })).body, [user]);
  expectShape((await ask('GET', `/api/users/${node.users.agent.id}/`, { as: 'admin' })).body, user);
  const profiles = await ask('GET', '/api/profiles/', { as: 'customer' });
  expectShape(profiles.body, [{ ...identity, ...contacts, created_at: date, updated_at: date }]);
  expect(profiles.body).toHaveLength(1);
  const log = await ask('GET', '/api/notifications/', { as: 'admin' });
  expectShape(log.body, [
    {
      id: 'int',
      ticket: 'int',
      ticket_title: 'string',
      event: 'string',
      channel: '"EMAIL" | "WHATSAPP"',
      recipient: 'string',
      recipient_name: 'string',
      subject: 'string',
      message: 'string',
      status: '"SENT" | "FAILED" | "SKIPPED"',
      error: 'string | null',
      created_at: date,
    },
  ]);
});

test('making, changing and switching users', async () => {
  await using desk = await createTestIncident();
  const body = {
    username: 'new_developer',
    password: 'SecurePass123!',
    password_confirm: 'SecurePass123!',
    email: 'newdev@company.com',
    first_name: 'New',
    last_name: 'Developer',
    role: 'SUPPORT',
    phone_number: '+1234567892',
    whatsapp_number: '+1234567892',
    department: 'Technical Support',
  };
  const made = await desk.ask('POST', '/api/users/', { as: 'superadmin', body });
  expect(made.status).toBe(201);
  expectShape(made.body, user);
  const { password: _one, password_confirm: _other, ...shown } = body;
  expect(made.body).toMatchObject({ ...shown, full_name: 'New Developer', is_active: true });
  const { id } = made.body as { id: number };
  const changes = {
    email: 'updated@company.com',
    role: 'ADMIN',
    department: 'IT Management',
    password: 'NewPassword123!',
  };
  const changed = await desk.ask('PATCH', `/api/users/${id}/`, { as: 'superadmin', body: changes });
  expect(changed.status).toBe(200);
  expectShape(changed.body, user);
  expect(changed.body).toMatchObject({ email: changes.email, role: 'ADMIN', department: 'IT Management' });
  const off = await desk.ask('POST', `/api/users/${id}/deactivate/`, { as: 'superadmin' });
  expect(off.body).toEqual({ message: 'User new_developer deactivated successfully' });
  const on = await desk.ask('POST', `/api/users/${id}/activate/`, { as: 'superadmin' });
  expect(on.body).toEqual({ message: 'User new_developer activated successfully' });
});

test('changing the own profile answers the two names', async () => {
  await using desk = await createTestIncident();
  const body = {
    first_name: 'Jonathan',
    last_name: 'ClientUpdated',
    password: 'NewSecurePass123!',
    password_confirm: 'NewSecurePass123!',
  };
  const answer = await desk.ask('PATCH', '/api/profile/update/', { as: 'customer', body });
  expect(answer.body).toEqual({ first_name: 'Jonathan', last_name: 'ClientUpdated' });
  const login = { username: 'customer', password: body.password };
  expect((await desk.ask('POST', '/api/auth/login/', { body: login })).status).toBe(200);
});
