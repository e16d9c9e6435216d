import { draft, type Hand, type Shown } from './hand.ts';

type Ticket = Required<Shown> & { id: number; title: string; assigned_to: number[] };

const path = (id: number, end = ''): string => `/api/tickets/${id}/${end}`;

/** Neither priority nor category can be written once the ticket is there. */
export const incidentHand: Hand = {
  name: 'incident-management',
  made: {
    v1: { category: 'technical' },
    support: { category: 'Other', priority: 'High' },
    admin: { category: 'service_down', priority: 'P2' },
    incident: { category: 'SERVICE_DOWN', priority: 'HIGH' },
    it: { category: 'system_down', priority: 'high' },
  },
  make: async ({ take }) => {
    const { subject: title, description } = draft;
    const body = { project_name: 'Shop', title, description, priority: 'HIGH', category: 'SERVICE_DOWN' };
    return (await take<Ticket>('POST', '/api/tickets/', 'customer', body)).id;
  },
  read: async ({ take }, id) => {
    const ticket = await take<Ticket>('GET', path(id), 'customer');
    const { title: subject, description, status, category, priority, assigned_to } = ticket;
    const shown = { subject, description, status, category, priority };
    return { shown, assignee: assigned_to[0] ?? null, text: JSON.stringify(ticket) };
  },
  assign: async ({ take, node }, id) =>
    void (await take('POST', path(id, 'assign/'), 'admin', { assigned_to: [node.users.agent.id] })),
  sayToCustomer: async ({ take }, id, comment) =>
    void (await take('POST', path(id, 'add_comment/'), 'agent', { comment })),
  close: async ({ take }, id) => {
    const { status } = await take<Ticket>('GET', path(id), 'agent');
    if (status === 'NEW') await take('POST', path(id, 'open_ticket/'), 'admin');
    if (status !== 'IN_PROGRESS') await take('POST', path(id, 'start_work/'), 'agent');
    await take('POST', path(id, 'finish_work/'), 'agent');
    await take('POST', path(id, 'approve/'), 'customer');
  },
  tells: { replies: true, notes: false },
  words: { open: 'NEW', closed: 'CLOSED' },
};
