import type { Shape } from './shape.ts';

/** Examples of the admin-dashboard document that several answers have in common, as shapes; see findShapeFaults. */
export const date = 'date';
const nullableDate = 'date | null';

export const answer = (data: Shape): Shape => ({ success: 'boolean', data });

export const tokens = {
  access_token: 'string',
  refresh_token: 'string',
  token_type: '"Bearer"',
  expires_in: 'int',
};
export const identity = {
  id: 'int',
  username: 'string',
  email: 'string',
  full_name: 'string',
  role: 'string',
  department: 'string | null',
};
export const listedUser = {
  ...identity,
  agent_capacity: 'int',
  is_active: 'boolean',
  is_available: 'boolean',
  created_at: date,
  last_login_at: nullableDate,
};
export const agentLoad = {
  agent_id: 'int',
  username: 'string',
  full_name: 'string',
  department: 'string',
  is_available: 'boolean',
  capacity: 'int',
  tickets: { active: 'int', resolved: 'int', closed: 'int', total: 'int' },
  utilization: 'number',
};
export const ticketHead = {
  id: 'int',
  ticket_id: 'string',
  phone_number: 'string | null',
  merchant_id: 'string | null',
  status: 'string',
  category: 'string',
  escalation_reason: 'string',
  assigned_agent_id: 'int',
};
export const listedTicket = {
  ...ticketHead,
  assigned_agent: { id: 'int', username: 'string', full_name: 'string', department: 'string' },
  assigned_at: date,
  auto_assigned: 'boolean',
  reassignment_count: 'int',
  created_at: date,
  updated_at: date,
  resolved_at: nullableDate,
  closed_at: nullableDate,
};
