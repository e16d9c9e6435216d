import { everybody, type Expectation, type Statuses } from './askers.ts';

const admins: Statuses = [401, 401, 403, 403, 403, 403, 403, 200, 200];
const customers: Statuses = [401, 401, 200, 200, 403, 403, 403, 403, 403];
const agents: Statuses = [401, 401, 403, 403, 200, 200, 403, 403, 403];
const assigned: Statuses = [401, 401, 403, 403, 200, 403, 403, 200, 200];

/** customer-support document, "Authentication & Authorization". */
export const customerSupportAccess: readonly Expectation[] = [
  {
    route: 'POST /api/support/tickets/create/',
    statuses: [401, 401, 201, 201, 403, 403, 403, 403, 403],
    body: { subject: 'Late', description: 'Not here yet', category: 'Late' },
  },
  { route: 'GET /api/support/tickets/', statuses: customers },
  { route: 'GET /api/support/tickets/:ticket_id/', statuses: [401, 401, 200, 403, 200, 403, 403, 200, 200] },
  {
    route: 'PUT /api/support/tickets/:ticket_id/update-status/',
    statuses: assigned,
    body: { status: 'Resolved' },
  },
  {
    // Somebody works on it already.
    route: 'POST /api/support/tickets/:ticket_id/assign-self/',
    statuses: [401, 401, 403, 403, 400, 400, 403, 403, 403],
  },
  {
    route: 'POST /api/support/tickets/:ticket_id/reassign/',
    statuses: admins,
    body: { agent_id: ':agent' },
  },
  {
    route: 'POST /api/support/tickets/:ticket_id/add-note/',
    statuses: [401, 401, 403, 403, 201, 403, 403, 201, 201],
    body: { note: 'Called them' },
  },
  {
    route: 'POST /api/support/tickets/:ticket_id/feedback/',
    statuses: [401, 401, 201, 403, 403, 403, 403, 403, 403],
    body: { rating: '5', comment: 'x' },
    at: 'resolved',
  },
  {
    route: 'POST /api/support/register-agent/',
    statuses: everybody(201),
    body: { email: 'new#@example.org', password: 'securepass123', name: 'New Agent' },
  },
  { route: 'GET /api/support/faq/', statuses: everybody(200) },
  { route: 'GET /api/agent/tickets/', statuses: agents },
  { route: 'GET /api/admin/support/tickets/', statuses: admins },
  { route: 'POST /api/admin/approve-agent/:agent_id/', statuses: admins },
];
