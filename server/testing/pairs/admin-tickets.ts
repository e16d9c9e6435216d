import { draft, type Hand, type Shown } from './hand.ts';

interface Answer {
  data: {
    ticket: Required<Shown> & { id: number; assigned_to: string | null };
    messages: { message: string }[];
  };
}

const path = (id: number): string => `/api/admin/tickets/${id}`;

/** The document has no endpoint that makes tickets: they come from a messenger. */
export const adminHand: Hand = {
  name: 'admin-tickets',
  made: {
    v1: { category: 'technical' },
    support: { category: 'Other', priority: 'High' },
    admin: { category: 'Брак', priority: 'P2' },
    incident: { category: 'PROBLEM', priority: 'HIGH' },
    it: { category: 'other', priority: 'high' },
  },
  make: async ({ node, take }) => {
    const requester = { id: node.users.customer.id, name: null, email: null };
    const { id } = await node.createTicket({
      ...draft,
      requester,
      source: 'telegram',
      category: 'technical',
      priority: 'high',
    });
    await take('PATCH', path(id), 'admin', { category: 'Брак' });
    return id;
  },
  read: async ({ take, node }, id) => {
    const answer = await take<Answer>('GET', path(id), 'admin');
    const { subject, status, category, priority, assigned_to } = answer.data.ticket;
    const { agent } = node.users;
    return {
      shown: { subject, description: answer.data.messages[0]?.message ?? '', status, category, priority },
      assignee: assigned_to === agent.username ? agent.id : null,
      text: JSON.stringify(answer),
    };
  },
  assign: async ({ take }, id) =>
    void (await take('POST', `${path(id)}/assign`, 'admin', { operatorUsername: 'agent' })),
  writeBack: async ({ take }, id, { status, priority, category }) =>
    void (await take('PATCH', path(id), 'admin', { status, priority, category })),
  change: async ({ take }, id) => {
    const words = { status: 'waiting_user', priority: 'P4', category: 'Возврат денег' };
    await take('PATCH', path(id), 'admin', words);
    return words;
  },
  sayToCustomer: async ({ take }, id, message) =>
    void (await take('POST', `${path(id)}/messages`, 'admin', { message })),
  sayToStaff: async ({ take }, id, message) =>
    void (await take('POST', `${path(id)}/messages`, 'admin', { message, messageType: 'system_note' })),
  close: async ({ take }, id) => void (await take('PATCH', path(id), 'admin', { status: 'closed' })),
  tells: { replies: true, notes: true },
  words: { open: 'open', closed: 'closed' },
};
