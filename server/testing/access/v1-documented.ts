import type { Method } from '../test-asker.ts';

/** A route of the admin-dashboard document, who may ask it, and what it takes. */
export interface DocumentedRoute {
  method: Method;
  /** `:user`, `:agent` and `:ticket` stand for ids. */
  path: string;
  /** Who may: admins, the ticket's own agent too, or everybody who is signed in. */
  who: 'admins' | 'own' | 'signed-in';
  /** A body that would be accepted. */
  body?: Record<string, unknown>;
  /** Bodies that would not. */
  bad?: unknown[];
  forbidden?: string;
}

const view = 'Access denied. You can only view your assigned tickets.';
const update = 'Access denied. You can only update your assigned tickets.';
export const newAgent = {
  username: 'newcomer',
  email: 'newcomer@example.org',
  password: 'Correct-Horse-9',
  full_name: 'New Comer',
  role: 'agent',
  department: 'loan',
};
const without = (field: keyof typeof newAgent) => ({ ...newAgent, [field]: undefined });

export const documentedRoutes: readonly DocumentedRoute[] = [
  { method: 'GET', path: '/auth/me', who: 'signed-in' },
  {
    method: 'POST',
    path: '/auth/change-password',
    who: 'signed-in',
    body: { old_password: 'Correct-Horse-9', new_password: 'Another-Horse-8' },
    bad: [
      {},
      { old_password: 'Correct-Horse-9' },
      { old_password: 'Correct-Horse-9', new_password: 'short' },
      { old_password: 'wrong', new_password: 'Another-Horse-8' },
      { old_password: 1, new_password: 2 },
    ],
  },
  { method: 'POST', path: '/auth/logout', who: 'signed-in' },
  {
    method: 'POST',
    path: '/admin/users',
    who: 'admins',
    body: newAgent,
    bad: [
      without('username'),
      without('email'),
      without('password'),
      without('full_name'),
      without('role'),
      without('department'),
      { ...newAgent, username: 'two words' },
      { ...newAgent, username: '' },
      { ...newAgent, username: 'agent' },
      { ...newAgent, username: 'AGENT' },
      { ...newAgent, username: 'agent@example.org' },
      { ...newAgent, username: 'a'.repeat(200) },
      { ...newAgent, email: 'nowhere' },
      { ...newAgent, email: 'Agent@Example.org' },
      { ...newAgent, email: 7 },
      { ...newAgent, password: 'weakweak' },
      { ...newAgent, role: 'super_admin' },
      { ...newAgent, role: 'customer' },
      { ...newAgent, department: 'kitchen' },
      { ...newAgent, agent_capacity: 0 },
      { ...newAgent, agent_capacity: 1.5 },
      { ...newAgent, agent_capacity: '10' },
      { ...newAgent, full_name: '  ' },
      { ...newAgent, full_name: 'a\0b' },
    ],
  },
  { method: 'GET', path: '/admin/users', who: 'admins' },
  { method: 'GET', path: '/admin/users/agents/stats', who: 'admins' },
  { method: 'GET', path: '/admin/users/agents/:agent/stats', who: 'admins' },
  { method: 'PATCH', path: '/admin/users/agents/:agent/availability', who: 'admins' },
  { method: 'GET', path: '/admin/users/:user', who: 'admins' },
  {
    method: 'PUT',
    path: '/admin/users/:user',
    who: 'admins',
    body: { full_name: 'Another Name' },
    bad: [
      { email: 'customer@example.org' },
      { email: 'x' },
      { agent_capacity: 0 },
      { agent_capacity: '1' },
      { department: 'kitchen' },
      { is_available: 'yes' },
      { full_name: '' },
    ],
  },
  { method: 'DELETE', path: '/admin/users/:user', who: 'admins' },
  { method: 'PATCH', path: '/admin/users/:user/activate', who: 'admins' },
  { method: 'GET', path: '/admin/backups', who: 'admins' },
  { method: 'POST', path: '/admin/backups', who: 'admins' },
  { method: 'GET', path: '/tickets', who: 'admins' },
  { method: 'GET', path: '/tickets/unassigned', who: 'admins' },
  {
    method: 'POST',
    path: '/tickets',
    who: 'signed-in',
    body: { subject: 'Help', description: 'Please' },
    bad: [
      {},
      { subject: 'Help' },
      { description: 'Please' },
      { subject: ' ', description: 'Please' },
      { subject: 'Help', description: 'x'.repeat(50_001) },
      { subject: 'x'.repeat(301), description: 'Please' },
      { subject: 1, description: 'Please' },
      { subject: 'Help', description: 'Please', category: 'kitchen' },
      { subject: 'Help', description: 'Please', priority: 'P1' },
      { subject: 'Help', description: 'Please', tags: 'vip' },
      { subject: 'Help', description: 'Please', requester: { id: 999_999 } },
      { subject: 'Help', description: 'Please', requester: { email: 'nowhere' } },
      { subject: 'Help\0', description: 'Please' },
    ],
  },
  { method: 'GET', path: '/tickets/:ticket', who: 'own', forbidden: view },
  {
    method: 'PATCH',
    path: '/tickets/:ticket/assign',
    who: 'admins',
    body: { agent_id: 4, reason: 'knows it' },
    bad: [{}, { agent_id: '4' }, { agent_id: -1 }, { agent_id: 1.5 }, { agent_id: null }, { agent_id: 7 }],
  },
  {
    method: 'PATCH',
    path: '/tickets/:ticket/status',
    who: 'own',
    forbidden: update,
    body: { status: 'in_progress' },
    bad: [
      {},
      { status: 'closed' },
      { status: 'resolved' },
      { status: 'on_hold' },
      { status: 1 },
      { status: 'in_progress', resolution_notes: 5 },
    ],
  },
  {
    method: 'PATCH',
    path: '/tickets/:ticket/category',
    who: 'admins',
    body: { category: 'loan' },
    bad: [{}, { category: 'kitchen' }, { category: null }],
  },
  {
    method: 'PATCH',
    path: '/tickets/:ticket/priority',
    who: 'own',
    forbidden: update,
    body: { priority: 'high' },
    bad: [{}, { priority: 'P1' }],
  },
  {
    method: 'POST',
    path: '/tickets/:ticket/notes',
    who: 'own',
    forbidden: 'Access denied. You can only add notes to your assigned tickets.',
    body: { note: 'Called them' },
    bad: [{}, { note: '' }, { note: '   ' }, { note: 1 }, { note: 'x'.repeat(50_001) }, { note: '\0' }],
  },
  {
    method: 'POST',
    path: '/tickets/:ticket/messages',
    who: 'own',
    forbidden: 'Access denied. You can only write to your assigned tickets.',
    body: { text: 'Hello' },
    bad: [{}, { text: '' }, { text: 'Hello', sender: 'system' }, { text: ['Hello'] }],
  },
  { method: 'GET', path: '/tickets/:ticket/messages', who: 'own', forbidden: view },
  { method: 'GET', path: '/tickets/:ticket/activities', who: 'own', forbidden: view },
];
