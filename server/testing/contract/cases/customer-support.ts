import { by, type ContractCases, type Requester } from '../contract-case.ts';
import type { ContractDesk } from '../contract-desk.ts';

const customer = 'john_client';
const agent = 'agent_payment_1';
const admin = 'admin';

type At = Parameters<ContractDesk['ticketAt']>[0];

const ticket =
  (as: string, status: At = 'in_progress'): Requester =>
  async (desk) => {
    const { id } = await desk.ticketAt(status);
    return { as, params: { ticket_id: desk.hex.encode('ticket', id) } };
  };

async function applicantId({ hex, node }: ContractDesk): Promise<string> {
  return hex.encode('user', node.users.applicant.id);
}

/** customer-support document. */
export const customerSupportCases: ContractCases = {
  'tickets.create': { ask: by(customer), errors: [() => ({ body: { subject: 'No more' } }), by(agent)] },
  'tickets.mine': {
    ask: async (desk) => {
      await desk.ticketAt('in_progress');
      return { as: customer };
    },
  },
  'tickets.get': {
    ask: async (desk, documented) => {
      const request = await ticket(agent)(desk, documented);
      const path = `/api/support/tickets/${request.params?.['ticket_id']}/add-note/`;
      await desk.ask('POST', path, {
        as: agent,
        body: { note: 'Customer claims item was damaged on delivery' },
      });
      return request;
    },
    errors: [by('customer'), by('agent_payment_2')],
  },
  'tickets.update-status': {
    ask: ticket(agent),
    errors: [() => ({ body: { status: 'Sideways' } }), by('agent_payment_2')],
  },
  'tickets.assign-self': {
    ask: async ({ hex, node, client }) => {
      const requester = { id: client.id, name: null, email: null };
      const { id } = await node.createTicket({ category: 'payment', requester });
      return { as: agent, params: { ticket_id: hex.encode('ticket', id) } };
    },
    errors: [ticket('agent_payment_2'), by('applicant')],
  },
  'tickets.reassign': {
    ask: async (desk, documented) => ({
      ...(await ticket(admin)(desk, documented)),
      body: { agent_id: desk.hex.encode('user', desk.second.id) },
    }),
    errors: [
      by(agent),
      // The second that is not there is the agent.
      async ({ hex }) => ({ body: { agent_id: hex.encode('user', 999_999) } }),
    ],
  },
  'tickets.add-note': { ask: ticket(agent), errors: [by(customer), () => ({ body: { note: '' } })] },
  'tickets.feedback': {
    ask: ticket(customer, 'resolved'),
    errors: [
      ticket(customer),
      async (desk, documented) => ({
        ...(await ticket(customer, 'resolved')(desk, documented)),
        body: { rating: '6' },
      }),
      by('customer'),
    ],
  },
  'agents.register': {
    ask: () => ({}),
    errors: [() => ({}), () => ({ body: { email: 'x@example.com' } })],
  },
  'agents.tickets': {
    ask: async (desk) => {
      await desk.ticketAt('in_progress');
      return { as: agent, query: 'status=In%20Progress' };
    },
    errors: [by('applicant')],
  },
  'admin.approve-agent': {
    ask: async (desk) => ({ as: admin, params: { agent_id: await applicantId(desk) } }),
    errors: [by(agent)],
  },
  'admin.tickets': {
    ask: async (desk) => {
      await desk.ticketAt('in_progress');
      return { as: admin, query: 'status=In%20Progress' };
    },
    errors: [by(agent)],
  },
  'faq.list': {
    ask: async ({ node }) => {
      const question = 'What if my package arrived damaged?';
      const faq = {
        question,
        answer: 'Please create a support ticket immediately...',
        category: 'Damaged',
        tags: [],
      };
      await node.services.knowledge.create(node.users.admin, faq);
      return { query: 'category=Damaged' };
    },
  },
};
