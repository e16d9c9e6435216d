import type { RuleSet } from '#shared/model/rule-set.ts';
import type { Status, Transitions } from '#shared/model/status.ts';
import { strictPasswordRules } from '../../auth/password-rules.ts';
import type { SessionPolicy } from '../../auth/grant.ts';
import { shownAs } from '../shown-as.ts';

/** The admin-dashboard document's differences from the other surfaces, as data. */

export const v1Statuses = ['open', 'in_progress', 'resolved', 'closed'] as const;

export type V1Status = (typeof v1Statuses)[number];

/** Mapping, section 3. */
export const shownStatus: Readonly<Record<Status, V1Status>> = {
  new: 'open',
  opened: 'open',
  in_progress: 'in_progress',
  on_hold: 'in_progress',
  waiting_user: 'in_progress',
  resolved: 'resolved',
  waiting_approval: 'resolved',
  closed: 'closed',
  cancelled: 'closed',
};

/** What a written word becomes. "open" takes a ticket back to `new` when nobody ever acknowledged it. */
export const writtenStatus: Readonly<Record<V1Status, Status>> = {
  open: 'opened',
  in_progress: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
};

export const statusesShownAs = shownAs(shownStatus);

/** "Valid Status Transitions": one step at a time, and back to open from anywhere. */
const v1Transitions: Transitions = {
  new: ['in_progress'],
  opened: ['in_progress'],
  in_progress: ['resolved', 'opened'],
  on_hold: ['resolved', 'opened'],
  waiting_user: ['resolved', 'opened'],
  resolved: ['closed', 'opened'],
  waiting_approval: ['closed', 'opened'],
  closed: ['opened'],
  cancelled: ['opened'],
};

export const v1Rules: RuleSet = {
  transitions: v1Transitions,
  agentScope: 'assigned',
  adminOnly: ['assign', 'category', 'sla'],
  customerActions: [],
  customerOnly: ['judge'],
  assigneeRoles: ['agent'],
  assigningStartsWork: true,
};

export const v1Origin = 'v1';

/** 15 minutes and 7 days; customers have no business here (contract, A8). */
export const v1Session: SessionPolicy = {
  surface: v1Origin,
  roles: ['super_admin', 'admin', 'agent'],
  accessSeconds: 900,
  refreshSeconds: 604_800,
};

export const v1PasswordRules = strictPasswordRules;
