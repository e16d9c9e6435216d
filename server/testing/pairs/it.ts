import { draft, type Hand, type Shown } from './hand.ts';

type Ticket = Required<Shown> & { id: number; title: string; assigned_to: number | null };

const path = (id: number): string => `/api/tickets/${id}`;

/** Nothing is said here about a ticket that is there. */
export const itHand: Hand = {
  name: 'it-support',
  made: {
    v1: { category: 'technical' },
    support: { category: 'Other', priority: 'High' },
    admin: { category: 'performance_issue', priority: 'P1' },
    incident: { category: 'PROBLEM', priority: 'HIGH' },
    it: { category: 'performance_issue', priority: 'critical' },
  },
  make: async ({ take }) => {
    const { subject: title, description } = draft;
    const body = { title, description, priority: 'critical', category: 'performance_issue' };
    return (await take<Ticket>('POST', '/api/tickets', 'customer', body)).id;
  },
  read: async ({ take }, id) => {
    const ticket = await take<Ticket>('GET', path(id), 'customer');
    const { title: subject, description, status, category, priority, assigned_to: assignee } = ticket;
    const shown = { subject, description, status, category, priority };
    return { shown, assignee, text: JSON.stringify(ticket) };
  },
  assign: async ({ take, node }, id) =>
    void (await take('PUT', path(id), 'admin', { assigned_to: node.users.agent.id })),
  writeBack: async ({ take }, id, { subject: title, ...shown }) =>
    void (await take('PUT', path(id), 'admin', { title, ...shown })),
  change: async ({ take }, id) => {
    const words = { status: 'in_progress', priority: 'low', category: 'network_issue' };
    await take('PUT', path(id), 'agent', words);
    return words;
  },
  close: async ({ take }, id) => void (await take('PUT', path(id), 'agent', { status: 'closed' })),
  tells: { replies: false, notes: false },
  words: { open: 'open', closed: 'closed' },
};
