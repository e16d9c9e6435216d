import type { RuleSet } from '#shared/model/rule-set.ts';
import { statuses, type Status, type Transitions } from '#shared/model/status.ts';
import type { Role } from '#shared/model/user.ts';
import type { SessionPolicy } from '../../auth/grant.ts';
import { minimumLength } from '../../auth/password-rules.ts';
import { shownAs } from '../shown-as.ts';

/** The it-support document's differences from the other surfaces, as data. */

export const itStatuses = ['open', 'in_progress', 'resolved', 'closed', 'cancelled'] as const;

export type ItStatus = (typeof itStatuses)[number];

/** Mapping, section 3. */
export const shownStatus: Readonly<Record<Status, ItStatus>> = {
  new: 'open',
  opened: 'open',
  in_progress: 'in_progress',
  on_hold: 'in_progress',
  waiting_user: 'in_progress',
  resolved: 'resolved',
  waiting_approval: 'resolved',
  closed: 'closed',
  cancelled: 'cancelled',
};

/** What a written word becomes. "open" takes a ticket back to `new` when nobody ever acknowledged it. */
export const writtenStatus: Readonly<Record<ItStatus, Status>> = {
  open: 'opened',
  in_progress: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
  cancelled: 'cancelled',
};

export const statusesShownAs = shownAs(shownStatus);

export const itRoles = ['customer', 'support_agent', 'admin'] as const;

export type ItRole = (typeof itRoles)[number];

/** Mapping, section 2. */
export const shownRole: Readonly<Record<Role, ItRole>> = {
  super_admin: 'admin',
  admin: 'admin',
  agent: 'support_agent',
  customer: 'customer',
};

/** The document draws no transitions: any status may follow any other (contract, C3). */
const anyTransition: Transitions = {
  new: statuses,
  opened: statuses,
  in_progress: statuses,
  on_hold: statuses,
  waiting_user: statuses,
  resolved: statuses,
  waiting_approval: statuses,
  closed: statuses,
  cancelled: statuses,
};

/** Contract, C24 and C25: staff work on everything, customers say what their own tickets are about. */
export const itRules: RuleSet = {
  transitions: anyTransition,
  agentScope: 'all',
  adminOnly: ['delete'],
  customerActions: ['view', 'create', 'edit'],
  customerOnly: [],
  assigneeRoles: ['agent', 'admin', 'super_admin'],
  assigningStartsWork: false,
};

export const itOrigin = 'it-support';

const workingDaySeconds = 8 * 3_600;

/** There is no refreshing here, so that a token lasts one working day (contract, A5). */
export const itSession: SessionPolicy = {
  surface: itOrigin,
  roles: ['super_admin', 'admin', 'agent', 'customer'],
  accessSeconds: workingDaySeconds,
  refreshSeconds: workingDaySeconds,
};

/** The document's own example is six letters (contract, A12). */
export const itPasswordRules = minimumLength(6);
