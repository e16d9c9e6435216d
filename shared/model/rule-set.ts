import { canonicalTransitions, type Transitions } from './status.ts';
import type { Role } from './user.ts';

export const ticketActions = [
  'view',
  'create',
  'reply',
  'note',
  'status',
  'priority',
  'category',
  'assign',
] as const;

export type TicketAction = (typeof ticketActions)[number];

/**
 * Where the documented systems differ, as data: a surface hands its rule set to the services, which enforce it.
 */
export interface RuleSet {
  transitions: Transitions;
  /** Tickets an agent may reach: only assigned ones, or the department's unassigned queue as well. */
  agentScope: 'assigned' | 'queue';
  /** Actions refused to agents whatever the ticket. */
  adminOnly: readonly TicketAction[];
  /** Roles that a ticket may be assigned to. */
  assigneeRoles: readonly Role[];
  /** Whether assigning an open ticket starts work on it. */
  assigningStartsWork: boolean;
}

/** The rules of the console and of sync. */
export const consoleRules: RuleSet = {
  transitions: canonicalTransitions,
  agentScope: 'queue',
  adminOnly: [],
  assigneeRoles: ['agent', 'admin', 'super_admin'],
  assigningStartsWork: false,
};
