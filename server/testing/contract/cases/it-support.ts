import { expect } from 'vitest';
import { testPassword } from '../../test-users.ts';
import { by, withFields, type ContractCases, type Requester } from '../contract-case.ts';
import type { ContractDesk } from '../contract-desk.ts';

const customer = 'john_client';
const agent = 'agent_payment_1';
const admin = 'admin';

const ticket =
  (as: string): Requester =>
  async (desk) => ({ as, params: { ticket_id: (await desk.ticketAt('opened')).id } });

async function chatOnce(desk: ContractDesk): Promise<void> {
  const body = { message: 'How do I reset my password?', session_id: 'string' };
  await desk.ask('POST', '/api/chatbot/chat', { as: customer, body });
}

/** One reading of the computer, so that there is a history. */
async function measure({ node: { services } }: ContractDesk): Promise<void> {
  await services.metrics.sample();
  services.systemLog.record({
    level: 'INFO',
    source: 'health_monitor',
    message: 'System health check completed',
  });
  await services.systemLog.flush();
}

const percentages = ['cpu_usage', 'memory_usage', 'disk_usage', 'uptime_hours', 'value'];
const page = { check: ({ text }: { text: string }) => expect(text).toMatch(/^<!doctype html>/) };

const authCases: ContractCases = {
  'auth.register': {
    ask: () => ({
      body: {
        username: 'string',
        email: 'string@example.org',
        password: 'string',
        full_name: 'string',
        role: 'customer',
      },
    }),
    errors: [(_desk, documented) => ({ body: documented })],
  },
  'auth.login': {
    ask: () => ({ body: { username: customer, password: testPassword } }),
    errors: [(_desk, documented) => ({ body: documented }), () => ({ body: { username: 'string' } })],
  },
  'auth.me': { ask: by(customer) },
};

const dashboardCases: ContractCases = {
  'dashboard.health': { ask: by(customer), fractions: percentages },
  'dashboard.metrics': {
    ask: async (desk) => {
      await measure(desk);
      return { as: customer };
    },
    fractions: percentages,
    errors: [() => ({ query: 'hours=many' })],
  },
  'dashboard.logs': {
    ask: async (desk) => {
      await measure(desk);
      return { as: customer, query: 'level=INFO&source=health_monitor' };
    },
  },
};

const ticketCases: ContractCases = {
  'tickets.list': {
    ask: async (desk) => {
      await desk.ticketAt('opened');
      return { as: admin, query: 'skip=0&limit=10&status=open' };
    },
    fractions: ['confidence_score'],
    nullable: ['created_by'],
  },
  'tickets.create': {
    ask: by(customer),
    errors: [() => ({ body: { description: 'No title' } })],
    fractions: ['confidence_score'],
  },
  'tickets.get': { ask: ticket(customer), errors: [by('customer')], fractions: ['confidence_score'] },
  'tickets.update': {
    ask: async (desk, documented) => ({
      ...(await ticket(agent)(desk, documented)),
      body: withFields(documented, { assigned_to: desk.second.id }),
    }),
    errors: [() => ({ body: { priority: 'P1' } }), by('customer')],
    fractions: ['confidence_score'],
  },
  'tickets.delete': { ask: ticket(admin), errors: [ticket(customer)] },
  'tickets.analytics': {
    ask: async (desk) => {
      await desk.ticketAt('resolved');
      return { as: admin };
    },
    fractions: ['avg_resolution_time_hours'],
    // Contract, C29: every status and category, those with nothing too.
    isPartial: true,
  },
};

const chatbotCases: ContractCases = {
  'chatbot.chat': {
    ask: by(customer),
    errors: [() => ({ body: { message: '' } })],
    fractions: ['confidence_score'],
  },
  'chatbot.faqs': {
    ask: async ({ node }) => {
      const question = 'How do I reset my password?';
      const faq = { question, answer: 'Forgot Password', category: 'Authentication', tags: ['password'] };
      await node.services.knowledge.create(node.users.admin, faq);
      return { as: customer, query: 'category=Authentication' };
    },
  },
  'chatbot.faqs-create': { ask: by(admin), errors: [() => ({ body: { question: '' } }), by(customer)] },
  'chatbot.analytics': {
    ask: async (desk) => {
      await chatOnce(desk);
      return { as: admin };
    },
    fractions: ['escalation_rate', 'avg_confidence_score'],
    errors: [by(customer)],
  },
  'chatbot.logs': {
    ask: async (desk) => {
      await chatOnce(desk);
      return { as: admin };
    },
    fractions: ['confidence_score'],
    errors: [by(customer)],
  },
};

/** it-support document. The socket has tests of its own; asked without an upgrade it says that one is needed. */
export const itSupportCases: ContractCases = {
  ...authCases,
  ...dashboardCases,
  ...ticketCases,
  ...chatbotCases,
  ws: { ask: by(customer), check: ({ status }) => expect(status).toBeGreaterThanOrEqual(400) },
  docs: { ask: () => ({}), ...page },
  redoc: { ask: () => ({}), ...page },
};
