import { expect } from 'vitest';
import { loadHexIds } from '../installation/hex-ids.ts';
import type { HexIds } from '../http/hex-id.ts';
import { createTestIncident, type TestIncident } from './test-incident.ts';
import type { AskOptions, Method, TestAnswer } from './test-asker.ts';

/** Who the requests are sent as, besides nobody and whoever was deactivated. */
export const people = [
  'customer',
  'neighbour',
  'agent',
  'colleague',
  'applicant',
  'admin',
  'superadmin',
] as const;

type Person = (typeof people)[number];

export interface SupportRoute {
  method: Method;
  path: string;
  /** The status for everybody; each is refused before anything is written, or changes nothing. */
  expected: Record<Person, number> | 'public';
  body?: object;
  bad?: unknown[];
}

const nobody = { customer: 403, neighbour: 403, agent: 403, colleague: 403, applicant: 403 };
const adminsOnly = { ...nobody, admin: 200, superadmin: 200 };
const customers = { ...nobody, customer: 200, neighbour: 200, admin: 403, superadmin: 403 };
const agents = { ...nobody, agent: 200, colleague: 200, admin: 403, superadmin: 403 };
const assigned = { ...nobody, agent: 200, admin: 200, superadmin: 200 };

export const newTicket = { subject: 'Late', description: 'Not here yet', category: 'Late' };
export const newAgent = { email: 'new@example.org', password: 'securepass123', name: 'New Agent' };

export const supportRoutes: SupportRoute[] = [
  {
    method: 'POST',
    path: '/api/support/tickets/create/',
    expected: { ...customers, customer: 201, neighbour: 201 },
    body: newTicket,
    bad: [
      {},
      { ...newTicket, subject: '' },
      { ...newTicket, subject: '   ' },
      { ...newTicket, subject: 7 },
      { ...newTicket, subject: 'x'.repeat(301) },
      { ...newTicket, description: null },
      { ...newTicket, description: 'x'.repeat(50_001) },
      { ...newTicket, description: 'a\0b' },
      { ...newTicket, category: 'damaged' },
      { ...newTicket, category: 'payment' },
      { ...newTicket, category: ['Late'] },
      { ...newTicket, delivery_id: 5 },
      { ...newTicket, delivery_id: 'x'.repeat(201) },
    ],
  },
  { method: 'GET', path: '/api/support/tickets/', expected: customers },
  {
    method: 'GET',
    path: '/api/support/tickets/:ticket/',
    expected: { ...assigned, customer: 200 },
  },
  {
    method: 'PUT',
    path: '/api/support/tickets/:ticket/update-status/',
    expected: assigned,
    body: { status: 'In Progress' },
    bad: [
      {},
      { status: 'in_progress' },
      { status: 'Reopened' },
      { status: 'Closed' },
      { status: 'Open' },
      { status: null },
      { priority: 'Low' },
      { status: 'In Progress', priority: 'critical' },
      { status: 'In Progress', priority: 1 },
    ],
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/assign-self/',
    expected: { ...agents, agent: 400, colleague: 400 },
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/reassign/',
    expected: adminsOnly,
    body: { agent_id: ':agent' },
    bad: [{}, { agent_id: 4 }, { agent_id: null }, { agent_id: ['4'] }, { agent_id: 'x'.repeat(201) }],
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/add-note/',
    expected: { ...assigned, agent: 201, admin: 201, superadmin: 201 },
    body: { note: 'Called them' },
    bad: [{}, { note: '' }, { note: ' \n' }, { note: 1 }, { note: 'x'.repeat(50_001) }, { note: '\0' }],
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/feedback/',
    expected: { ...nobody, customer: 400, admin: 403, superadmin: 403 },
    body: { rating: '5', comment: 'x' },
    bad: [
      {},
      { rating: '0' },
      { rating: '6' },
      { rating: 2.5 },
      { rating: '5 ' },
      { rating: null },
      { rating: [5] },
      { rating: '5', comment: 3 },
    ],
  },
  {
    method: 'POST',
    path: '/api/support/register-agent/',
    expected: 'public',
    body: newAgent,
    bad: [
      {},
      { ...newAgent, email: 'nowhere' },
      { ...newAgent, email: 5 },
      { ...newAgent, password: 'short' },
      { ...newAgent, password: 'x'.repeat(73) },
      { ...newAgent, name: ' ' },
      { ...newAgent, contact_number: 919_876_543_210 },
      { ...newAgent, email: 'CUSTOMER@example.org' },
    ],
  },
  { method: 'GET', path: '/api/agent/tickets/', expected: agents },
  { method: 'POST', path: '/api/admin/approve-agent/:agent/', expected: adminsOnly },
  { method: 'GET', path: '/api/admin/support/tickets/', expected: adminsOnly },
  { method: 'GET', path: '/api/support/faq/', expected: 'public' },
];

/** A node with a ticket between a customer and an agent, and a way to ask about it. */
export interface TestSupport extends TestIncident {
  ids: HexIds;
  ticketId: string;
  agentId: string;
  /** The path with these ids, or with another in their place. */
  withIds: (path: string, id?: string) => string;
  /** The route's body with the agent's id in the place of its name. */
  bodyOf: (route: SupportRoute) => object | undefined;
  /** Asserts that the request is answered with this status, tells nothing of the ticket, and changes nothing. */
  expectRefused: (
    route: SupportRoute,
    options: AskOptions & { id?: string },
    status: number,
  ) => Promise<TestAnswer>;
}

const secret = 'Between us';

/** One of the two forms of errors (contract, B4), and nothing of a ticket beside it. */
export function expectError(answer: TestAnswer): void {
  const body = answer.body as Record<string, unknown>;
  const isSentence = Object.keys(body).length === 1 && typeof body['error'] === 'string';
  const isFields = Object.values(body).every(
    (messages) => Array.isArray(messages) && messages.every((each) => typeof each === 'string'),
  );
  expect(isSentence || isFields, answer.text).toBe(true);
  expect(answer.text).not.toContain(secret);
}

export async function createTestSupport(): Promise<TestSupport> {
  const desk = await createTestIncident();
  const { services, users } = desk.node;
  await desk.node.createUser({ username: 'neighbour', role: 'customer' });
  const ids = await loadHexIds(services.database, services.random);
  const agentId = ids.encode('user', users.agent.id);
  const created = await desk.ask('POST', '/api/support/tickets/create/', {
    as: 'customer',
    body: { ...newTicket, subject: secret },
  });
  const ticketId = (created.body as { ticket: { id: string } }).ticket.id;
  await desk.ask('POST', `/api/support/tickets/${ticketId}/assign-self/`, { as: 'agent' });
  for (const as of people) await desk.tokenOf(as);

  const withIds = (path: string, id?: string): string =>
    path.replace(':ticket', id ?? ticketId).replace(':agent', id ?? agentId);
  return {
    ...desk,
    ids,
    ticketId,
    agentId,
    withIds,
    bodyOf: ({ body }) => (body !== undefined && 'agent_id' in body ? { agent_id: agentId } : body),
    expectRefused: async (route, { id, ...options }, status) => {
      const before = await desk.digest();
      const answer = await desk.ask(route.method, withIds(route.path, id), options);
      expect.soft(answer.status, answer.text.slice(0, 300)).toBe(status);
      expectError(answer);
      expect(await desk.digest()).toBe(before);
      return answer;
    },
  };
}
