import type { Expectation, Statuses } from './askers.ts';

/** Whoever is no admin has no admin session, and the document knows no 403 (contract, section of admin-tickets). */
const admins: Statuses = [401, 401, 401, 401, 401, 401, 401, 200, 200];

export const adminTicketsAccess: readonly Expectation[] = [
  { route: 'GET /api/admin/tickets', statuses: admins },
  { route: 'GET /api/admin/tickets/stats', statuses: admins },
  { route: 'GET /api/admin/tickets/:id', statuses: admins },
  { route: 'PATCH /api/admin/tickets/:id', statuses: admins, body: { priority: 'P1' } },
  { route: 'GET /api/admin/tickets/:id/messages', statuses: admins },
  { route: 'POST /api/admin/tickets/:id/messages', statuses: admins, body: { message: 'Hello' } },
  { route: 'POST /api/admin/tickets/:id/assign', statuses: admins, body: { operatorUsername: 'agent' } },
];
