import type { Priority } from '#shared/model/priority.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import { canonicalTransitions, type Status } from '#shared/model/status.ts';
import type { Role } from '#shared/model/user.ts';
import type { SessionPolicy } from '../../auth/grant.ts';
import { minimumLength } from '../../auth/password-rules.ts';

/** The incident-management document's differences from the other surfaces, as data. */

export const incidentStatuses = [
  'NEW',
  'OPENED',
  'IN_PROGRESS',
  'RESOLVED',
  'WAITING_APPROVAL',
  'CLOSED',
] as const;

export type IncidentStatus = (typeof incidentStatuses)[number];

/** Mapping, section 3. */
export const shownStatus: Readonly<Record<Status, IncidentStatus>> = {
  new: 'NEW',
  opened: 'OPENED',
  in_progress: 'IN_PROGRESS',
  on_hold: 'IN_PROGRESS',
  waiting_user: 'IN_PROGRESS',
  resolved: 'RESOLVED',
  waiting_approval: 'WAITING_APPROVAL',
  closed: 'CLOSED',
  cancelled: 'CLOSED',
};

export const incidentPriorities = ['HIGH', 'MEDIUM', 'LOW'] as const;

export type IncidentPriority = (typeof incidentPriorities)[number];

/** Mapping, section 4. */
export const shownPriority: Readonly<Record<Priority, IncidentPriority>> = {
  critical: 'HIGH',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
};

export const writtenPriority: Readonly<Record<IncidentPriority, Priority>> = {
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
};

export const incidentCategories = ['BUG', 'PROBLEM', 'SERVICE_DOWN', 'NEW_FEATURE'] as const;

export const incidentRoles = ['ADMIN', 'SUPPORT', 'CLIENT'] as const;

export type IncidentRole = (typeof incidentRoles)[number];

/** Mapping, section 2. */
export const shownRole: Readonly<Record<Role, IncidentRole>> = {
  super_admin: 'ADMIN',
  admin: 'ADMIN',
  agent: 'SUPPORT',
  customer: 'CLIENT',
};

export const writtenRole = { ADMIN: 'admin', SUPPORT: 'agent', CLIENT: 'customer' } as const satisfies Record<
  IncidentRole,
  Role
>;

/** The roles that show as this word. */
export function rolesShownAs(word: IncidentRole): Role[] {
  return (Object.keys(shownRole) as Role[]).filter((role) => shownRole[role] === word);
}

/** "IN_PROGRESS" reads "In Progress". */
export function display(word: string): string {
  return word
    .split('_')
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join(' ');
}

/** "Permission" of each endpoint; the workflow's own steps are in the ticket service (contract, C3). */
export const incidentRules: RuleSet = {
  transitions: canonicalTransitions,
  agentScope: 'assigned',
  adminOnly: ['assign', 'acknowledge', 'sla'],
  customerActions: ['view', 'create', 'reply', 'judge', 'attach'],
  customerOnly: ['create', 'judge'],
  assigneeRoles: ['agent'],
  assigningStartsWork: false,
};

export const incidentOrigin = 'incident-management';

/** 2 hours and 2 days; refreshing answers an access token alone. */
export const incidentSession: SessionPolicy = {
  surface: incidentOrigin,
  roles: ['super_admin', 'admin', 'agent', 'customer'],
  accessSeconds: 7_200,
  refreshSeconds: 172_800,
  keepsRefreshToken: true,
};

/** The document's own examples are plain (contract, A12). */
export const incidentPasswordRules = minimumLength(8);
