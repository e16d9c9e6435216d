import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { Status } from '#shared/model/status.ts';
import type { Source } from '#shared/model/ticket.ts';
import type { Role } from '#shared/model/user.ts';
import type { ViewId } from '#shared/model/view.ts';

export const statusWord: Record<Status, string> = {
  new: 'New',
  opened: 'Open',
  in_progress: 'In progress',
  on_hold: 'On hold',
  waiting_user: 'Waiting on customer',
  resolved: 'Resolved',
  waiting_approval: 'Awaiting approval',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

export const priorityWord: Record<Priority, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const categoryWord: Record<Department, string> = {
  payment: 'Payment',
  loan: 'Loan',
  account: 'Account',
  technical: 'Technical',
  general: 'General',
};

export const sourceWord: Record<Source, string> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  web: 'Web form',
  api: 'API',
  chatbot: 'Chatbot',
};

export const roleWord: Record<Role, string> = {
  super_admin: 'Super admin',
  admin: 'Admin',
  agent: 'Agent',
  customer: 'Customer',
};

export const viewWord: Record<ViewId, string> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  open: 'All open',
  waiting: 'Waiting',
  closed: 'Closed',
};

/** What people call a ticket; one that the node has not numbered yet is new. */
export function ticketNumber(id: number | null): string {
  return id === null ? '#new' : `#${id}`;
}
