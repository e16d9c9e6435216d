import { officeRules } from '../office-rules.ts';
import { testPassword } from '../test-users.ts';
import { everybody, type Expectation, type Statuses } from './askers.ts';

const signedIn: Statuses = [401, 401, 200, 200, 200, 200, 200, 200, 200];
const admins: Statuses = [401, 401, 403, 403, 403, 403, 403, 200, 200];
const adminsMake: Statuses = [401, 401, 403, 403, 403, 403, 403, 201, 201];
/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:1';

const adminsEarly: Statuses = [401, 401, 403, 403, 403, 403, 403, 409, 409];
const adminsMiss: Statuses = [401, 401, 403, 403, 403, 403, 403, 404, 404];
const own: Statuses = [401, 401, 403, 403, 200, 403, 403, 200, 200];
const approved: Statuses = [401, 401, 403, 403, 200, 200, 403, 200, 200];
/** What is asked for is not on the ticket. */
const ownMissing: Statuses = [401, 401, 403, 403, 404, 403, 403, 404, 404];
const ownMake: Statuses = [401, 401, 403, 403, 201, 403, 403, 201, 201];

const credentials = { username: 'outsider', password: testPassword };
const newcomer = {
  username: 'newcomer#',
  email: 'newcomer#@example.org',
  password: testPassword,
  full_name: 'New Comer',
  role: 'agent',
  department: 'loan',
};

const staff: Statuses = [401, 401, 403, 403, 200, 200, 403, 200, 200];
/** An item of the agent's team: admins see it as well, and change it. */
const ownTeams: Statuses = [401, 401, 403, 403, 200, 403, 403, 200, 200];

const itemAccess = (path: 'macros' | 'views', body: object): Expectation[] => [
  { route: `GET /api/v1/${path}`, statuses: staff },
  {
    route: `POST /api/v1/${path}`,
    statuses: [401, 401, 403, 403, 201, 201, 403, 201, 201],
    body: { name: 'New', visibility: 'own', body },
  },
  { route: `GET /api/v1/${path}/:item_id`, statuses: staff },
  { route: `PATCH /api/v1/${path}/:item_id`, statuses: ownTeams, body: { name: 'Other' } },
  { route: `DELETE /api/v1/${path}/:item_id`, statuses: ownTeams },
];

/** admin-dashboard document, "Permission Matrix". */
export const v1Access: readonly Expectation[] = [
  { route: 'POST /api/v1/auth/login', statuses: everybody(200), body: credentials },
  { route: 'POST /api/v1/auth/refresh', statuses: everybody(401), body: { refresh_token: 'none' } },
  { route: 'POST /api/v1/auth/logout', statuses: signedIn, isLastOfSession: true },
  { route: 'GET /api/v1/auth/me', statuses: signedIn },
  {
    route: 'POST /api/v1/auth/change-password',
    // The old password is a wrong one.
    statuses: [401, 401, 400, 400, 400, 400, 400, 400, 400],
    body: { old_password: 'Wrong-Horse-9', new_password: 'Another-Horse-8' },
  },
  { route: 'POST /api/v1/admin/users', statuses: adminsMake, body: newcomer },
  { route: 'GET /api/v1/admin/users', statuses: admins },
  { route: 'GET /api/v1/admin/users/agents/stats', statuses: admins },
  { route: 'GET /api/v1/admin/users/agents/:agent_id/stats', statuses: admins },
  { route: 'PATCH /api/v1/admin/users/agents/:agent_id/availability', statuses: admins },
  { route: 'GET /api/v1/admin/users/:user_id', statuses: admins },
  { route: 'PUT /api/v1/admin/users/:user_id', statuses: admins, body: { full_name: 'Another Name' } },
  { route: 'DELETE /api/v1/admin/users/:user_id', statuses: admins },
  { route: 'PATCH /api/v1/admin/users/:user_id/activate', statuses: admins },
  { route: 'GET /api/v1/admin/backups', statuses: admins },
  { route: 'POST /api/v1/admin/backups', statuses: adminsMake },
  { route: 'GET /api/v1/admin/sla-policies', statuses: admins },
  {
    route: 'POST /api/v1/admin/sla-policies',
    statuses: adminsMake,
    body: { name: 'Office hours', position: 9, is_active: false, rules: officeRules },
  },
  {
    route: 'POST /api/v1/admin/sla-policies/preview',
    statuses: admins,
    body: { rules: officeRules, priority: 'high', created_at: '2026-11-27T15:30:00Z' },
  },
  { route: 'GET /api/v1/admin/sla-policies/:policy_id', statuses: admins },
  { route: 'PUT /api/v1/admin/sla-policies/:policy_id', statuses: admins, body: { position: 3 } },
  { route: 'DELETE /api/v1/admin/sla-policies/:policy_id', statuses: admins },
  { route: 'GET /api/v1/admin/bot/report', statuses: admins },
  { route: 'GET /api/v1/admin/channels', statuses: admins },
  // None is set up yet.
  {
    route: 'POST /api/v1/admin/channels/:channel/test',
    statuses: adminsEarly,
    body: { to: 'a@example.org' },
  },
  { route: 'DELETE /api/v1/admin/channels/:channel', statuses: adminsMiss },
  {
    route: 'PUT /api/v1/admin/channels/email',
    statuses: admins,
    body: { url: 'smtp://127.0.0.1:1', from: 'desk@example.org' },
  },
  {
    route: 'PUT /api/v1/admin/channels/whatsapp',
    statuses: admins,
    body: { phone_number_id: '5', token: 't', api_url: nowhere },
  },
  {
    route: 'PUT /api/v1/admin/channels/telegram',
    statuses: admins,
    body: { token: '1:t', api_url: nowhere },
  },
  {
    route: 'PUT /api/v1/admin/channels/assistant',
    statuses: admins,
    body: { url: nowhere, model: 'small' },
  },
  { route: 'GET /api/v1/admin/webhooks', statuses: admins },
  {
    route: 'POST /api/v1/admin/webhooks',
    statuses: adminsMake,
    body: { name: 'Warehouse', url: 'https://warehouse.example.org/hook', events: ['ticket.created'] },
  },
  { route: 'GET /api/v1/admin/webhooks/:webhook_id', statuses: admins },
  { route: 'GET /api/v1/admin/webhooks/:webhook_id/deliveries', statuses: admins },
  { route: 'PUT /api/v1/admin/webhooks/:webhook_id', statuses: admins, body: { is_active: false } },
  { route: 'DELETE /api/v1/admin/webhooks/:webhook_id', statuses: admins },
  { route: 'POST /api/v1/admin/webhooks/:webhook_id/rotate-secret', statuses: admins },
  { route: 'POST /api/v1/admin/webhooks/:webhook_id/ping', statuses: admins },
  { route: 'GET /api/v1/admin/deliveries', statuses: admins },
  { route: 'POST /api/v1/admin/deliveries/replay', statuses: admins, body: { channel: 'email' } },
  // None has failed.
  { route: 'POST /api/v1/admin/deliveries/:delivery_id/replay', statuses: adminsMiss },
  { route: 'GET /api/v1/api-tokens', statuses: approved },
  {
    route: 'POST /api/v1/api-tokens',
    statuses: [401, 401, 403, 403, 201, 201, 403, 201, 201],
    body: { name: 'Nightly report', scopes: ['read'] },
  },
  // Another agent's token is none of theirs.
  {
    route: 'DELETE /api/v1/api-tokens/:token_id',
    statuses: [401, 401, 403, 403, 200, 404, 403, 200, 200],
  },
  { route: 'GET /api/v1/changes', statuses: approved },
  {
    route: 'GET /api/v1/search',
    statuses: [401, 401, 403, 403, 200, 200, 403, 200, 200],
    query: '?q=help',
  },
  ...itemAccess('macros', { text: 'Hello' }),
  ...itemAccess('views', { conditions: [], sort: 'updated' }),
  { route: 'GET /api/v1/tickets', statuses: admins },
  {
    route: 'POST /api/v1/tickets',
    statuses: [401, 401, 403, 403, 201, 201, 403, 201, 201],
    body: { subject: 'Help', description: 'Please' },
  },
  {
    route: 'GET /api/v1/tickets/export',
    statuses: [401, 401, 403, 403, 200, 200, 403, 200, 200],
    query: '?format=json',
  },
  {
    route: 'POST /api/v1/tickets/bulk',
    statuses: [401, 401, 403, 403, 200, 200, 403, 200, 200],
    body: { ids: [1], change: { type: 'priority', priority: 'low' } },
  },
  { route: 'GET /api/v1/tickets/unassigned', statuses: admins },
  { route: 'GET /api/v1/tickets/:ticket_id', statuses: own },
  { route: 'GET /api/v1/tickets/:ticket_id/activities', statuses: own },
  { route: 'GET /api/v1/tickets/:ticket_id/messages', statuses: own },
  { route: 'POST /api/v1/tickets/:ticket_id/messages', statuses: ownMake, body: { text: 'Hello' } },
  { route: 'POST /api/v1/tickets/:ticket_id/notes', statuses: own, body: { note: 'Called them' } },
  { route: 'GET /api/v1/tickets/:ticket_id/attachments', statuses: own },
  {
    route: 'POST /api/v1/tickets/:ticket_id/attachments',
    statuses: ownMake,
    body: { file: 'aGVsbG8=', file_name: 'hello.txt' },
  },
  { route: 'GET /api/v1/tickets/:ticket_id/attachments/:attachment_id', statuses: ownMissing },
  { route: 'GET /api/v1/tickets/:ticket_id/sla', statuses: own },
  {
    route: 'PATCH /api/v1/tickets/:ticket_id/sla',
    statuses: admins,
    body: { resolution_due_at: '2026-12-01T10:00:00Z' },
  },
  { route: 'PATCH /api/v1/tickets/:ticket_id/assign', statuses: admins, body: { agent_id: 4 } },
  { route: 'PATCH /api/v1/tickets/:ticket_id/status', statuses: own, body: { status: 'resolved' } },
  { route: 'PATCH /api/v1/tickets/:ticket_id/category', statuses: admins, body: { category: 'loan' } },
  { route: 'PATCH /api/v1/tickets/:ticket_id/priority', statuses: own, body: { priority: 'high' } },
];
