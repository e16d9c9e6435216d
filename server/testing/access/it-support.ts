import { testPassword } from '../test-users.ts';
import { everybody, type Expectation, type Statuses } from './askers.ts';

const anybody: Statuses = [401, 401, 200, 200, 200, 200, 403, 200, 200];
const own: Statuses = [401, 401, 200, 403, 200, 200, 403, 200, 200];
const staff: Statuses = [401, 401, 403, 403, 200, 200, 403, 200, 200];

const person = { username: 'person#', email: 'person#@example.org', password: 'string', full_name: 'A B' };

/** it-support document, "Role-Based Access Control". */
export const itSupportAccess: readonly Expectation[] = [
  { route: 'POST /api/auth/register', statuses: everybody(200), body: person },
  {
    route: 'POST /api/auth/login',
    statuses: everybody(200),
    body: { username: 'outsider', password: testPassword },
  },
  { route: 'GET /api/auth/me', statuses: [401, 401, 200, 200, 200, 200, 200, 200, 200] },
  { route: 'GET /api/dashboard/health', statuses: anybody },
  { route: 'GET /api/dashboard/metrics', statuses: anybody },
  { route: 'GET /api/dashboard/logs', statuses: anybody },
  { route: 'GET /api/tickets', statuses: anybody },
  {
    route: 'POST /api/tickets',
    statuses: anybody,
    body: { title: 'T', description: 'D', category: 'other' },
  },
  { route: 'GET /api/tickets/analytics/summary', statuses: anybody },
  { route: 'GET /api/tickets/:ticket_id', statuses: own },
  { route: 'PUT /api/tickets/:ticket_id', statuses: staff, body: { priority: 'low' } },
  { route: 'DELETE /api/tickets/:ticket_id', statuses: [401, 401, 403, 403, 403, 403, 403, 200, 200] },
  { route: 'POST /api/chatbot/chat', statuses: anybody, body: { message: 'Hello' } },
  { route: 'GET /api/chatbot/faqs', statuses: anybody },
  {
    route: 'POST /api/chatbot/faqs',
    statuses: staff,
    body: { question: 'Why #?', answer: 'Because.', category: 'General' },
  },
  { route: 'GET /api/chatbot/analytics', statuses: staff },
  { route: 'GET /api/chatbot/logs', statuses: staff },
  // Without an upgrade of the connection.
  { route: 'GET /ws', statuses: everybody(426) },
];
