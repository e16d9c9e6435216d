import { testPassword } from '../test-users.ts';
import { everybody, type Expectation, type Statuses } from './askers.ts';

const anybody: Statuses = [401, 401, 200, 200, 200, 200, 200, 200, 200];
const admins: Statuses = [401, 401, 403, 403, 403, 403, 403, 200, 200];
const onTicket: Statuses = [401, 401, 200, 403, 200, 403, 403, 200, 200];
const working: Statuses = [401, 401, 403, 403, 200, 403, 403, 200, 200];
const judging: Statuses = [401, 401, 200, 403, 403, 403, 403, 403, 403];
const missing = (statuses: Statuses): Statuses =>
  statuses.map((status) => (status === 200 ? 404 : status)) as unknown as Statuses;

const credentials = { username: 'outsider', password: testPassword };
const newcomer = {
  username: 'developer#',
  password: testPassword,
  password_confirm: testPassword,
  email: 'developer#@example.org',
  first_name: 'New',
  role: 'SUPPORT',
};

/** incident-management document, "User Roles" and what each endpoint says of its access. */
export const incidentManagementAccess: readonly Expectation[] = [
  { route: 'POST /api/auth/login/', statuses: everybody(200), body: credentials },
  { route: 'POST /api/auth/refresh/', statuses: everybody(401), body: { refresh: 'none' } },
  { route: 'GET /api/tickets/', statuses: [401, 401, 200, 200, 200, 200, 403, 200, 200] },
  {
    route: 'POST /api/tickets/',
    statuses: [401, 401, 201, 201, 403, 403, 403, 403, 403],
    body: { title: 'T', description: 'D' },
  },
  { route: 'GET /api/tickets/:id/', statuses: onTicket },
  { route: 'POST /api/tickets/:id/assign/', statuses: admins, body: { assigned_to: [4] } },
  {
    route: 'POST /api/tickets/:id/set_sla/',
    statuses: admins,
    body: { resolution_due_at: '2099-01-01T00:00:00Z' },
  },
  { route: 'POST /api/tickets/:id/open_ticket/', statuses: admins, at: 'new' },
  { route: 'POST /api/tickets/:id/start_work/', statuses: working, at: 'opened' },
  { route: 'POST /api/tickets/:id/finish_work/', statuses: working },
  { route: 'POST /api/tickets/:id/approve/', statuses: judging, at: 'resolved' },
  { route: 'POST /api/tickets/:id/reject/', statuses: judging, at: 'resolved' },
  { route: 'POST /api/tickets/:id/add_comment/', statuses: onTicket, body: { comment: 'Hello' } },
  { route: 'POST /api/tickets/:id/add_attachment/', statuses: onTicket, body: { file_data: 'aGVsbG8=' } },
  { route: 'GET /api/tickets/:id/attachments/:attachment_id/', statuses: missing(onTicket) },
  { route: 'GET /api/users/', statuses: admins },
  { route: 'POST /api/users/', statuses: [401, 401, 403, 403, 403, 403, 403, 201, 201], body: newcomer },
  { route: 'GET /api/users/by_role/', statuses: admins, query: '?role=CLIENT' },
  { route: 'GET /api/users/:id/', statuses: admins },
  { route: 'PATCH /api/users/:id/', statuses: admins, body: { first_name: 'Another' } },
  { route: 'DELETE /api/users/:id/', statuses: [401, 401, 403, 403, 403, 403, 403, 204, 204] },
  { route: 'POST /api/users/:id/activate/', statuses: admins },
  { route: 'POST /api/users/:id/deactivate/', statuses: admins },
  { route: 'GET /api/profiles/', statuses: anybody },
  { route: 'PATCH /api/profile/update/', statuses: anybody, body: { last_name: 'Other' } },
  { route: 'GET /api/notifications/', statuses: anybody },
  { route: 'POST /api/notifications/:id/replay/', statuses: missing(admins) },
];
