import { testPassword } from '../test-users.ts';
import { everybody, type Expectation } from './askers.ts';

/** What is the node's own: its consoles, its health, and its description. */
export const ownAccess: readonly Expectation[] = [
  { route: 'GET /healthz', statuses: everybody(200) },
  {
    route: 'POST /api/console/session',
    statuses: everybody(200),
    body: { username: 'outsider', password: testPassword },
  },
  // By its cookie alone, whatever else is sent.
  { route: 'POST /api/console/session/refresh', statuses: everybody(401) },
  { route: 'DELETE /api/console/session', statuses: everybody(204) },
  // A snapshot without anything in it, for those who may see nothing.
  // Nothing has this name; and JSON is no file.
  { route: 'GET /api/console/files/:uid', statuses: [401, 401, 404, 404, 404, 404, 404, 404, 404] },
  {
    route: 'PUT /api/console/files/:uid',
    statuses: [401, 401, 403, 403, 400, 400, 403, 400, 400],
    body: {},
  },
  {
    route: 'POST /api/console/sync/conversations',
    statuses: [401, 401, 200, 200, 200, 200, 200, 200, 200],
    body: { ids: [1] },
  },
  { route: 'GET /api/console/sync/snapshot', statuses: [401, 401, 200, 200, 200, 200, 200, 200, 200] },
  // No messenger is set up to bring anything.
  { route: 'GET /api/inbound/whatsapp', statuses: everybody(404) },
  {
    route: 'POST /api/inbound/whatsapp',
    statuses: everybody(404),
    body: { object: 'whatsapp_business_account', entry: [] },
  },
  { route: 'POST /api/inbound/telegram', statuses: everybody(404), body: { update_id: 1 } },
  { route: 'GET /api/console/me/availability', statuses: [401, 401, 200, 200, 200, 200, 200, 200, 200] },
  {
    route: 'PUT /api/console/me/availability',
    statuses: [401, 401, 403, 403, 200, 200, 403, 403, 403],
    body: { is_available: true },
  },
  {
    route: 'POST /api/console/macros/:item_id/uses',
    statuses: [401, 401, 403, 403, 200, 200, 403, 200, 200],
    body: { tickets: 1 },
  },
  {
    // Nothing of this name may be set aside for anybody.
    route: 'POST /api/console/leases',
    statuses: [401, 401, 200, 200, 200, 200, 200, 200, 200],
    body: { ticket_uids: ['01939e5a-1000-7000-8000-000000000001'] },
  },
  { route: 'GET /openapi.json', statuses: everybody(200) },
  { route: 'GET /docs', statuses: everybody(200) },
  { route: 'GET /docs/start.js', statuses: everybody(200) },
  { route: 'GET /docs/swagger-ui.css', statuses: everybody(200) },
  { route: 'GET /docs/swagger-ui-bundle.js', statuses: everybody(200) },
  { route: 'GET /redoc', statuses: everybody(200) },
  { route: 'GET /redoc/redoc.standalone.js', statuses: everybody(200) },
  // Nothing is built in tests.
  { route: 'GET /', statuses: everybody(503) },
];
