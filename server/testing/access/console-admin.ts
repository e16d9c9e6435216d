import { testPassword } from '../test-users.ts';
import type { Expectation, Statuses } from './askers.ts';

const admins: Statuses = [401, 401, 403, 403, 403, 403, 403, 200, 200];
/** The desk of these tests has no such row. */
const adminsFindNothing: Statuses = [401, 401, 403, 403, 403, 403, 403, 404, 404];
const root = '/api/console/admin';

const newcomer = {
  username: 'console-newcomer#',
  email: 'console-newcomer#@example.org',
  password: testPassword,
  full_name: 'New Comer',
  role: 'agent',
  department: 'loan',
};

const faq = { question: 'Why?', answer: 'Because.', category: 'general', tags: [] };
const route = { vocabulary: 'support', word: 'Lost', department: null };
const columns = { external_key: 'id', subject: 'title' };
const span = '?from=1&before=2&zone=UTC';

/** What the console's admin views ask: all of it is the admins' alone. */
export const consoleAdminAccess: readonly Expectation[] = [
  { route: `GET ${root}/people`, statuses: admins },
  { route: `POST ${root}/people`, statuses: admins, body: newcomer },
  { route: `PATCH ${root}/people/:id`, statuses: admins, body: { full_name: 'Another Name' } },
  { route: `POST ${root}/people/:id/approve`, statuses: admins },
  { route: `POST ${root}/people/:id/activate`, statuses: admins },
  { route: `POST ${root}/people/:id/deactivate`, statuses: admins, body: { hand_over: null } },
  { route: `POST ${root}/people/:id/hand-over`, statuses: admins, body: { to: 'queue' } },
  { route: `GET ${root}/queue`, statuses: admins },
  { route: `GET ${root}/queue/alert`, statuses: admins },
  { route: `POST ${root}/queue/assign`, statuses: admins, body: { ticket_ids: [1], agent_id: null } },
  { route: `GET ${root}/assignments`, statuses: admins },
  { route: `GET ${root}/audit`, statuses: admins },
  { route: `GET ${root}/health`, statuses: admins },
  { route: `GET ${root}/log`, statuses: admins },
  { route: `GET ${root}/overview`, statuses: admins, query: span },
  { route: `GET ${root}/overview/groups`, statuses: admins, query: `${span}&by=agent` },
  { route: `GET ${root}/overview.csv`, statuses: admins, query: `${span}&table=days` },
  { route: `GET ${root}/tickets`, statuses: admins },
  { route: `GET ${root}/faqs`, statuses: admins },
  { route: `POST ${root}/faqs`, statuses: admins, body: faq },
  { route: `PATCH ${root}/faqs/:id`, statuses: adminsFindNothing, body: { ver: 1, answer: 'So.' } },
  { route: `POST ${root}/faqs/try`, statuses: admins, body: { question: 'Why?' } },
  { route: `GET ${root}/conversations`, statuses: admins },
  { route: `GET ${root}/conversations/:id`, statuses: adminsFindNothing },
  { route: `GET ${root}/categories`, statuses: admins },
  { route: `PUT ${root}/categories`, statuses: admins, body: route },
  { route: `GET ${root}/macros/usage`, statuses: admins },
  { route: `GET ${root}/audit.csv`, statuses: admins },
  { route: `GET ${root}/log.csv`, statuses: admins },
  { route: `GET ${root}/deliveries.csv`, statuses: admins },
  { route: `GET ${root}/conversations.csv`, statuses: admins },
  { route: `GET ${root}/bot.csv`, statuses: admins, query: '?days=7' },
  { route: `GET ${root}/faqs.csv`, statuses: admins },
  { route: `GET ${root}/imports`, statuses: admins },
  { route: `POST ${root}/imports`, statuses: admins, body: { file_name: 'tickets.csv' } },
  { route: `GET ${root}/imports/:id`, statuses: adminsFindNothing },
  {
    route: `PUT ${root}/imports/:id/parts`,
    statuses: adminsFindNothing,
    body: { position: 0, content: 'a,b' },
  },
  { route: `POST ${root}/imports/:id/columns`, statuses: adminsFindNothing },
  { route: `POST ${root}/imports/:id/check`, statuses: adminsFindNothing, body: { columns } },
  { route: `POST ${root}/imports/:id/start`, statuses: adminsFindNothing },
  { route: `DELETE ${root}/imports/:id`, statuses: adminsFindNothing },
  { route: `GET ${root}/backups`, statuses: admins },
  { route: `POST ${root}/backups`, statuses: admins },
];
