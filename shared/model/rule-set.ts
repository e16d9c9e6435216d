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
  /** Says to a new ticket's customer that it was seen (incident-management document, "Open Ticket"). */
  'acknowledge',
  /** Starts and finishes work (there, "Start Work", "Finish Work"). */
  'work',
  /** Accepts or rejects what was resolved (there, "Approve", "Reject"). */
  'judge',
  'sla',
  'attach',
  /** Changes what the ticket says it is about. */
  'edit',
  'delete',
  'tag',
  /** Hides it from everybody's views for a while. */
  'snooze',
  /** Wants to hear of it. */
  'follow',
  /** Links it to another ticket, or takes the link away. */
  'merge',
  /** Says how satisfied the customer is (customer-support document, "Submit Feedback"). */
  'rate',
] as const;

export type TicketAction = (typeof ticketActions)[number];

/**
 * Where the documented systems differ, as data: a surface hands its rule set to the services, which enforce it.
 */
export interface RuleSet {
  transitions: Transitions;
  /** Tickets an agent may reach: only assigned ones, the department's unassigned queue as well, or every one. */
  agentScope: 'assigned' | 'queue' | 'all';
  /** Actions refused to agents whatever the ticket. */
  adminOnly: readonly TicketAction[];
  /** What customers may do, to tickets of their own alone; nothing where a surface is for staff. */
  customerActions: readonly TicketAction[];
  /** Actions refused to staff, admins too: they are the customer's. */
  customerOnly: readonly TicketAction[];
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
  customerActions: [],
  customerOnly: ['judge', 'rate'],
  assigneeRoles: ['agent', 'admin', 'super_admin'],
  assigningStartsWork: false,
};
