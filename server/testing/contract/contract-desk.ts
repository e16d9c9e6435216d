import type { Actor } from '#shared/model/user.ts';
import type { Status } from '#shared/model/status.ts';
import type { HexIds } from '../../http/hex-id.ts';
import { loadHexIds } from '../../installation/hex-ids.ts';
import type { StoredTicket } from '../../tickets/ticket.repo.ts';
import { createTestIncident, type TestIncident } from '../test-incident.ts';
import { applyChange, type TicketFields } from '../test-tickets.ts';

/** A node with the documents' people on it. */
export interface ContractDesk extends TestIncident {
  hex: HexIds;
  /** Work on payments. */
  first: Actor;
  second: Actor;
  client: Actor;
  /** The client's ticket, the first agent on it, taken to this status. */
  ticketAt: (status: Status, fields?: TicketFields) => Promise<StoredTicket>;
}

const wayTo: Readonly<Partial<Record<Status, readonly Status[]>>> = {
  new: [],
  opened: ['opened'],
  in_progress: ['in_progress'],
  resolved: ['in_progress', 'resolved'],
};

export async function createContractDesk(): Promise<ContractDesk> {
  const desk = await createTestIncident();
  const { services, createUser, createTicket, users } = desk.node;
  const hex = await loadHexIds(services.database, services.random);
  const phones = { phone_number: '+1234567891', whatsapp_number: '+1234567891' };
  const label = { department: 'payment', department_label: 'Technical Support', ...phones } as const;
  const agent = { ...label, role: 'agent', agent_capacity: 15, contact_number: '+91 98765 43210' } as const;
  const first = await createUser({
    ...agent,
    username: 'agent_payment_1',
    email: 'payment1@ippopay.com',
    full_name: 'Payment Agent 1',
    first_name: 'Payment',
    last_name: 'Agent 1',
  });
  const second = await createUser({
    ...agent,
    username: 'agent_payment_2',
    email: 'payment2@ippopay.com',
    full_name: 'Payment Agent 2',
    first_name: 'Payment',
    last_name: 'Agent 2',
  });
  const client = await createUser({
    ...phones,
    username: 'john_client',
    email: 'john@client.com',
    full_name: 'John Client',
    first_name: 'John',
    last_name: 'Client',
    role: 'customer',
    department_label: 'Marketing',
    merchant_id: 'MERCH123',
    telegram_chat_id: '456789',
    telegram_username: 'username',
  });
  return {
    ...desk,
    hex,
    first,
    second,
    client,
    ticketAt: async (status, fields = {}) => {
      const requester = { id: client.id, name: client.full_name, email: 'john@client.com' };
      const ticket = await createTicket({
        requester,
        assigneeId: first.id,
        merchant_id: 'MERCH123',
        ...fields,
      });
      let written = ticket;
      for (const to of wayTo[status] ?? []) {
        const args = { ticket_uid: ticket.uid, activity_uid: services.mintUid(), to };
        const applied = await applyChange(services, users.superAdmin, { name: 'ticket-status', args });
        written = applied.ticket;
      }
      return written;
    },
  };
}
