import { expect } from 'vitest';
import { draft, type Hand } from './hand.ts';

interface Ticket {
  id: number;
  status: string;
  category: string;
  escalation_reason: string;
  assigned_agent_id: number | null;
  conversation_history: { message: string }[];
}

const path = (id: number): string => `/api/v1/tickets/${id}`;

export const v1Hand: Hand = {
  name: 'v1',
  made: {
    v1: { category: 'payment' },
    support: { category: 'Other', priority: 'High' },
    admin: { category: 'payment', priority: 'P1' },
    incident: { category: 'PROBLEM', priority: 'HIGH' },
    it: { category: 'other', priority: 'critical' },
  },
  make: async ({ take, node }) => {
    const requester = { id: node.users.customer.id };
    const body = { ...draft, category: 'payment', priority: 'critical', requester };
    const made = await take<{ data: { ticket: Ticket } }>('POST', '/api/v1/tickets', 'admin', body);
    return made.data.ticket.id;
  },
  read: async ({ take }, id) => {
    const answer = await take<{ data: { ticket: Ticket } }>('GET', path(id), 'admin');
    const { ticket } = answer.data;
    const { status, category, escalation_reason: subject, assigned_agent_id: assignee } = ticket;
    const description = ticket.conversation_history[0]?.message ?? '';
    return { shown: { subject, description, status, category }, assignee, text: JSON.stringify(answer) };
  },
  assign: async ({ take, node }, id) => {
    await take('PATCH', `${path(id)}/assign`, 'admin', { agent_id: node.users.agent.id });
  },
  writeBack: async ({ take, ask }, id, { category, status }) => {
    await take('PATCH', `${path(id)}/category`, 'admin', { category });
    const answer = await ask('PATCH', `${path(id)}/status`, { as: 'admin', body: { status } });
    // Only "Any status → open" may lead to itself (contract, C42).
    expect(answer.status).toBe(status === 'open' ? 200 : 400);
  },
  change: async ({ take }, id) => {
    await take('PATCH', `${path(id)}/category`, 'admin', { category: 'loan' });
    await take('PATCH', `${path(id)}/priority`, 'admin', { priority: 'low' });
    return { category: 'loan' };
  },
  sayToCustomer: async ({ take }, id, text) =>
    void (await take('POST', `${path(id)}/messages`, 'agent', { text })),
  sayToStaff: async ({ take }, id, note) => void (await take('POST', `${path(id)}/notes`, 'agent', { note })),
  close: async (desk, id) => {
    const steps = ['in_progress', 'resolved', 'closed'];
    const { status } = (await v1Hand.read(desk, id)).shown;
    for (const next of steps.slice(steps.indexOf(status) + 1)) {
      await desk.take('PATCH', `${path(id)}/status`, 'agent', { status: next });
    }
  },
  tells: { replies: true, notes: true },
  words: { open: 'open', closed: 'closed' },
};
