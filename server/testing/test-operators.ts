import { listActions } from '../audit/audit-log.repo.ts';
import { createTestIt, type TestIt } from './test-it.ts';
import type { TicketFields } from './test-tickets.ts';

export interface OperatorTicketAnswer {
  id: number;
  status: string;
  priority: string;
  category: string;
  assigned_to: string | null;
  assigned_at: string | null;
  first_responded_at: string | null;
  [field: string]: unknown;
}

export interface OperatorMessageAnswer {
  id: number;
  sender_type: string;
  message: string;
  message_type: string;
  sender_id: string | null;
}

/** Everything that the surface's answers may hold; what an answer has is for the test to know. */
interface Data {
  ticket: OperatorTicketAnswer;
  tickets: OperatorTicketAnswer[];
  message: OperatorMessageAnswer;
  messages: OperatorMessageAnswer[];
  messages_count: number;
  total: number;
  stats: Record<string, number>;
}

/** A node, and an admin who works on its admin-tickets surface. */
export interface TestOperators extends TestIt {
  open: (fields?: TicketFields) => Promise<number>;
  /** `path` begins after `/api/admin/tickets`. */
  send: (
    method: 'GET' | 'PATCH' | 'POST',
    path: string,
    body?: unknown,
    as?: string,
  ) => Promise<{ status: number; body: { data: Data } }>;
  read: (id: number) => Promise<OperatorTicketAnswer>;
  messagesOf: (id: number, query?: string) => Promise<OperatorMessageAnswer[]>;
  actionsOn: (id: number) => ReturnType<typeof listActions>;
}

export async function createTestOperators(): Promise<TestOperators> {
  const desk = await createTestIt();
  const send: TestOperators['send'] = (method, path, body, as = 'admin') =>
    desk.ask<{ data: Data }>(method, `/api/admin/tickets${path}`, { as, body });
  return {
    ...desk,
    send,
    open: async (fields) => (await desk.node.createTicket(fields)).id,
    read: async (id) => (await send('GET', `/${id}`)).body.data.ticket,
    messagesOf: async (id, query = '') => (await send('GET', `/${id}/messages${query}`)).body.data.messages,
    actionsOn: (id) => listActions(desk.node.services.database.db, { type: 'ticket', id }),
  };
}
