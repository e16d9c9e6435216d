import { testPassword } from '../../test-users.ts';
import { withFields, type ContractCases, type Requester } from '../contract-case.ts';
import type { ContractDesk } from '../contract-desk.ts';
import type { Json } from '../../../http/documented-examples.ts';

const as = 'superadmin';
const admin = 'admin';
const agent = 'agent_payment_1';
const otherAgent = 'agent_payment_2';

const user: Requester = ({ first }) => ({ as, params: { user_id: first.id } });
const byAgent: Requester = () => ({ as: agent });
const byOther: Requester = () => ({ as: otherAgent });
const passwords = (new_password: string): Json => ({ old_password: testPassword, new_password });

const ticket =
  (status: Parameters<ContractDesk['ticketAt']>[0] = 'in_progress'): Requester =>
  async (desk) => ({ as: agent, params: { ticket_id: (await desk.ticketAt(status)).id } });

const byAdmin =
  (request: Requester): Requester =>
  async (desk, documented) => ({ ...(await request(desk, documented)), as: admin });

/** What only admins may: an agent is told so. */
const adminOnly = { errors: [byAgent] };

async function signIn(desk: ContractDesk): Promise<{ access_token: string; refresh_token: string }> {
  const body = { username: 'superadmin', password: testPassword };
  const { body: answer } = await desk.ask('POST', '/api/v1/auth/login', { body });
  return (answer as { data: { access_token: string; refresh_token: string } }).data;
}

/** A ticket as in the document: given to the agent by itself, answered, moved, noted. */
async function workedOn(desk: ContractDesk): Promise<number> {
  const { node, client, second } = desk;
  for (const { id } of [node.users.agent, node.users.colleague, second]) {
    await desk.ask('PATCH', `/api/v1/admin/users/agents/${id}/availability`, { as: admin });
  }
  const requester = { id: client.id, name: client.full_name, email: 'john@client.com' };
  const { id, uid } = await node.createTicket({ requester, category: 'payment', merchant_id: 'MERCH123' });
  await node.services.autoAssignment.request(uid, 'it-support');
  const path = `/api/v1/tickets/${id}`;
  await desk.ask('POST', `${path}/messages`, { as: agent, body: { text: 'I understand' } });
  await desk.ask('PATCH', `${path}/status`, { as: agent, body: { status: 'in_progress' } });
  const resolution_notes = 'Payment was successfully refunded to customer account';
  await desk.ask('PATCH', `${path}/status`, { as: agent, body: { status: 'resolved', resolution_notes } });
  await desk.ask('POST', `${path}/notes`, { as: agent, body: { note: 'Contacted customer via phone.' } });
  return id;
}

const authCases: ContractCases = {
  'auth.login': {
    ask: (_desk, documented) => ({ body: withFields(documented, { password: testPassword }) }),
    errors: [(_desk, documented) => ({ body: documented })],
  },
  'auth.refresh': {
    ask: async (desk) => ({ body: { refresh_token: (await signIn(desk)).refresh_token } }),
    errors: [
      (_desk, documented) => ({ body: documented }),
      async (desk) => ({ body: { refresh_token: (await signIn(desk)).access_token } }),
    ],
  },
  'auth.me': { ask: () => ({ as }), nullable: ['last_login_at'] },
  'auth.change-password': {
    ask: (_desk, documented) => ({ as: agent, body: withFields(documented, { old_password: testPassword }) }),
    errors: [
      (_desk, documented) => ({ as: otherAgent, body: documented }),
      ...['Ab1!xyz', 'newsecure456!', 'NEWSECURE456!', 'NewSecurePass!', 'NewSecure456'].map(
        (password): Requester =>
          () => ({ as: otherAgent, body: passwords(password) }),
      ),
    ],
  },
  'auth.logout': { ask: () => ({ as: otherAgent }) },
};

const userCases: ContractCases = {
  'users.create': {
    // Those who are on the desk already have the document's name and address.
    ask: (_desk, documented) => ({
      as,
      body: withFields(documented, { username: 'agent_payment_3', email: 'payment3@ippopay.com' }),
    }),
    errors: [
      (_desk, documented) => ({ as, body: withFields(documented, { email: 'new@ippopay.com' }) }),
      (_desk, documented) => ({ as, body: withFields(documented, { username: 'new_agent' }) }),
      () => ({
        as,
        body: {
          username: 'n',
          email: 'n@ippopay.com',
          password: testPassword,
          full_name: 'N',
          role: 'agent',
        },
      }),
      (_desk, documented) => ({
        as,
        body: withFields(documented, { username: 'n', email: 'n@ippopay.com', password: 'Ab1!' }),
      }),
      (_desk, documented) => ({ as, body: withFields(documented, { department: 'kitchen' }) }),
      (_desk, documented) => ({ as, body: withFields(documented, { role: 'customer' }) }),
      (_desk, documented) => ({
        as: admin,
        body: withFields(documented, { username: 'n', email: 'n@ippopay.com', role: 'admin' }),
      }),
      byAgent,
    ],
  },
  'users.list': {
    ask: () => ({ as, query: 'role=agent&department=payment&is_active=true&limit=20' }),
    nullable: ['last_login_at'],
    ...adminOnly,
  },
  'users.get': { ask: user, nullable: ['last_login_at'], ...adminOnly },
  'users.update': {
    ask: ({ second }) => ({ as, params: { user_id: second.id } }),
    errors: [
      (_desk, documented) => ({
        body: withFields(documented, { email: 'payment1@ippopay.com' }),
      }),
      () => ({ body: { agent_capacity: 0 } }),
      byAgent,
    ],
  },
  'users.deactivate': {
    ask: user,
    errors: [({ node }) => ({ params: { user_id: node.users.superAdmin.id } }), byOther],
  },
  'users.activate': { ask: user, errors: [byOther] },
  'agents.stats-all': {
    ask: () => ({ as, query: 'department=payment' }),
    fractions: ['utilization'],
    ...adminOnly,
  },
  'agents.stats': {
    ask: ({ first }) => ({ as, params: { agent_id: first.id } }),
    fractions: ['utilization'],
    ...adminOnly,
  },
  'agents.availability': { ask: ({ first }) => ({ as, params: { agent_id: first.id } }), ...adminOnly },
};

const ticketCases: ContractCases = {
  'tickets.list': {
    ask: async (desk) => {
      await desk.ticketAt('in_progress');
      return { as, query: 'status=in_progress&category=payment&limit=20' };
    },
    ...adminOnly,
  },
  'tickets.unassigned': {
    ask: async ({ client, node }) => {
      const requester = { id: client.id, name: null, email: null };
      await node.createTicket({ category: 'loan', requester });
      return { as, query: 'category=loan' };
    },
    ...adminOnly,
  },
  'tickets.get': {
    ask: async (desk) => ({ as: agent, params: { ticket_id: await workedOn(desk) } }),
    nullable: ['resolution_notes'],
    errors: [byOther],
  },
  'tickets.assign': {
    ask: async (desk, documented) => ({
      ...(await byAdmin(ticket())(desk, documented)),
      body: withFields(documented, { agent_id: desk.second.id }),
    }),
    errors: [
      () => ({ body: { agent_id: 999 } }),
      ({ node }) => ({ body: { agent_id: node.users.leaver.id } }),
      byAgent,
    ],
  },
  'tickets.status': {
    ask: ticket(),
    errors: [
      byOther,
      async (desk) => ({
        params: { ticket_id: (await desk.ticketAt('new')).id },
        body: { status: 'closed' },
      }),
      () => ({ body: { status: 'sideways' } }),
    ],
  },
  'tickets.category': {
    ask: byAdmin(ticket()),
    errors: [() => ({ body: { category: 'kitchen' } }), byAgent],
  },
  'tickets.notes': { ask: ticket(), errors: [byOther, () => ({ body: { note: ' ' } })] },
  'tickets.activities': {
    ask: async (desk) => ({ as: agent, params: { ticket_id: await workedOn(desk) } }),
    nullable: ['resolution_notes'],
    errors: [byOther],
  },
};

/** admin-dashboard document. */
export const adminDashboardCases: ContractCases = { ...authCases, ...userCases, ...ticketCases };
