import { expect } from 'vitest';
import { testPassword } from '../../test-users.ts';
import { by, withFields, type ContractCases, type Requester } from '../contract-case.ts';
import type { ContractDesk } from '../contract-desk.ts';

const client = 'john_client';
const developer = 'agent_payment_1';
const admin = 'admin';

type At = Parameters<ContractDesk['ticketAt']>[0];

const ticket =
  (as: string, status: At = 'in_progress'): Requester =>
  async (desk) => ({ as, params: { id: (await desk.ticketAt(status)).id } });

/** A ticket with files, history, a team's dates and two people on it. */
async function incident(desk: ContractDesk): Promise<number> {
  const body = {
    project_name: 'Website Redesign',
    title: 'Homepage not loading',
    description: 'It returns 500',
  };
  const made = await desk.ask('POST', '/api/tickets/', {
    as: client,
    body: { ...body, priority: 'HIGH', category: 'BUG' },
  });
  const path = `/api/tickets/${(made.body as { id: number }).id}`;
  const dates = {
    resolution_due_at: '2030-12-24T18:00:00Z',
    estimated_resolution_time: '2030-12-24T15:00:00Z',
  };
  const assigned_to = [desk.first.id, desk.second.id];
  await desk.ask('POST', `${path}/open_ticket/`, { as: admin });
  await desk.ask('POST', `${path}/assign/`, { as: admin, body: { assigned_to, ...dates } });
  await desk.ask('POST', `${path}/start_work/`, { as: developer });
  await desk.ask('POST', `${path}/add_comment/`, { as: developer, body: { comment: 'Started working' } });
  await desk.ask('POST', `${path}/add_attachment/`, { as: client, body: { file_data: 'iVBORw0KGgo=' } });
  return Number(path.split('/').at(-1));
}

async function refreshToken(desk: ContractDesk): Promise<string> {
  const body = { username: developer, password: testPassword };
  const { body: answer } = await desk.ask('POST', '/api/auth/login/', { body });
  return (answer as { refresh: string }).refresh;
}

async function newDeveloper({ node }: ContractDesk): Promise<number> {
  const names = {
    username: 'new_developer',
    full_name: 'New Developer',
    first_name: 'New',
    last_name: 'Developer',
  };
  const phones = { phone_number: '+1234567892', whatsapp_number: '+1234567892' };
  return (await node.createUser({ ...names, ...phones, department_label: 'Technical Support' })).id;
}

const developerOf: Requester = async (desk) => ({ as: admin, params: { id: await newDeveloper(desk) } });
const adminOnly = { errors: [by(developer)] };

const ticketCases: ContractCases = {
  'tickets.list': {
    ask: async (desk) => {
      await incident(desk);
      return { as: admin };
    },
    nullable: ['assigned_team'],
  },
  'tickets.get': {
    ask: async (desk) => ({ as: client, params: { id: await incident(desk) } }),
    nullable: ['assigned_team'],
    errors: [by('customer')],
  },
  'tickets.create': {
    ask: by(client),
    errors: [() => ({ body: { description: 'No title' } }), by(developer)],
  },
  'tickets.assign': {
    ask: async (desk, documented) => {
      const assigned_to = [desk.first.id, desk.second.id, desk.node.users.agent.id];
      return { ...(await ticket(admin)(desk, documented)), body: withFields(documented, { assigned_to }) };
    },
    errors: [
      () => ({ body: {} }),
      // The first that is not there is somebody to work on it.
      () => ({ body: { assigned_to: [999_999] } }),
      by(developer),
    ],
  },
  'tickets.set_sla': { ask: ticket(admin), errors: [by(developer), () => ({ body: {} })] },
  'tickets.open': { ask: ticket(admin, 'new'), errors: [ticket(admin), by(developer)] },
  'tickets.start_work': {
    ask: ticket(developer, 'opened'),
    errors: [by('agent_payment_2'), ticket(developer, 'resolved')],
  },
  'tickets.finish_work': {
    ask: ticket(developer),
    errors: [by('agent_payment_2'), ticket(developer, 'resolved')],
  },
  'tickets.approve': { ask: ticket(client, 'resolved'), errors: [ticket(client), by('customer')] },
  'tickets.reject': { ask: ticket(client, 'resolved'), errors: [ticket(client), by('customer')] },
  'tickets.add_attachment': {
    ask: async (desk, documented) => ({
      ...(await ticket(client)(desk, documented)),
      body: { file_data: Buffer.from('a file').toString('base64') },
    }),
    errors: [() => ({ body: {} }), by('customer')],
  },
  'tickets.add_comment': {
    ask: ticket(developer),
    errors: [() => ({ body: { comment: '' } }), by('customer')],
  },
};

const userCases: ContractCases = {
  'auth.login': {
    ask: () => ({ body: { username: developer, password: testPassword } }),
    errors: [(_desk, documented) => ({ body: documented }), () => ({ body: { username: 'admin_user' } })],
  },
  'auth.refresh': {
    ask: async (desk) => ({ body: { refresh: await refreshToken(desk) } }),
    errors: [(_desk, documented) => ({ body: documented })],
  },
  'users.list': { ask: by(admin), nullable: ['phone_number', 'whatsapp_number', 'department'], ...adminOnly },
  'users.by_role': {
    ask: () => ({ as: admin, query: 'role=SUPPORT' }),
    nullable: ['phone_number', 'whatsapp_number', 'department'],
    errors: [by(developer), () => ({ query: 'role=BOSS' })],
  },
  'users.create': { ask: by(admin), errors: [by(admin), by(developer)] },
  'users.get': {
    ask: developerOf,
    check: ({ body }) =>
      expect(body).toMatchObject({ username: 'new_developer', role: 'SUPPORT', is_active: true }),
    ...adminOnly,
  },
  'users.update': {
    // Admins alone make no admins, through whichever document (admin-dashboard document, "Create User").
    ask: async (desk, documented) => ({ ...(await developerOf(desk, documented)), as: 'superadmin' }),
    errors: [by(developer), () => ({ body: { email: 'nowhere' } })],
  },
  'users.delete': { ask: developerOf, check: ({ text }) => expect(text).toBe(''), ...adminOnly },
  'users.activate': { ask: developerOf, ...adminOnly },
  'users.deactivate': {
    ask: developerOf,
    errors: [({ node }) => ({ params: { id: node.users.admin.id } }), by(developer)],
  },
  'profiles.list': { ask: by(client), nullable: ['phone_number', 'whatsapp_number', 'department'] },
  'profile.update': {
    ask: by(client),
    errors: [() => ({ as: 'customer', body: { password: 'NewSecurePass123!' } })],
  },
  'notifications.list': {
    ask: async (desk) => {
      await incident(desk);
      return { as: client };
    },
    // Contract, C19.
    check: ({ body }) =>
      expect(body).toContainEqual(
        expect.objectContaining({ event: 'TICKET_OPENED', channel: 'EMAIL', recipient_name: 'John Client' }),
      ),
  },
};

/** incident-management document. */
export const incidentManagementCases: ContractCases = { ...ticketCases, ...userCases };
