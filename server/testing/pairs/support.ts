import { draft, type Hand, type Pairs, type Shown } from './hand.ts';

type Ticket = Required<Shown> & { id: string; agent_id: string | null };

const path = ({ ids }: Pairs, id: number, end = ''): string =>
  `/api/support/tickets/${ids.encode('ticket', id)}/${end}`;

export const supportHand: Hand = {
  name: 'customer-support',
  made: {
    v1: { category: 'general' },
    support: { category: 'Damaged', priority: 'Medium' },
    admin: { category: 'damaged', priority: 'P3' },
    incident: { category: 'PROBLEM', priority: 'MEDIUM' },
    it: { category: 'other', priority: 'medium' },
  },
  make: async ({ take, ids }) => {
    const body = { ...draft, category: 'Damaged', delivery_id: 'D-7' };
    const made = await take<{ ticket: Ticket }>('POST', '/api/support/tickets/create/', 'customer', body);
    return ids.decode('ticket', made.ticket.id) ?? 0;
  },
  read: async (desk, id) => {
    const answer = await desk.take<{ ticket: Ticket }>('GET', path(desk, id), 'admin');
    const { subject, description, status, category, priority, agent_id } = answer.ticket;
    const assignee = agent_id === null ? null : desk.ids.decode('user', agent_id);
    const shown = { subject, description, status, category, priority };
    return { shown, assignee, text: JSON.stringify(answer) };
  },
  assign: async (desk, id) => void (await desk.take('POST', path(desk, id, 'assign-self/'), 'agent')),
  writeBack: async (desk, id, { status, priority }) =>
    void (await desk.take('PUT', path(desk, id, 'update-status/'), 'admin', { status, priority })),
  change: async (desk, id) => {
    const words = { priority: 'Low', status: 'On Hold' };
    for (const status of ['In Progress', 'On Hold']) {
      await desk.take('PUT', path(desk, id, 'update-status/'), 'agent', { ...words, status });
    }
    return words;
  },
  sayToStaff: async (desk, id, note) =>
    void (await desk.take('POST', path(desk, id, 'add-note/'), 'agent', { note })),
  close: async (desk, id) => {
    for (const status of ['In Progress', 'Resolved', 'Closed']) {
      await desk.take('PUT', path(desk, id, 'update-status/'), 'agent', { status });
    }
  },
  tells: { replies: false, notes: true },
  words: { open: 'Open', closed: 'Closed' },
};
