import type { Priority } from '#shared/model/priority.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import type { Status, Transitions } from '#shared/model/status.ts';
import { minimumLength } from '../../auth/password-rules.ts';
import { shownAs } from '../shown-as.ts';

/** The customer-support document's differences from the other surfaces, as data. */

export const supportStatuses = ['Open', 'In Progress', 'On Hold', 'Resolved', 'Closed'] as const;

export type SupportStatus = (typeof supportStatuses)[number];

/** Mapping, section 3. */
export const shownStatus: Readonly<Record<Status, SupportStatus>> = {
  new: 'Open',
  opened: 'Open',
  in_progress: 'In Progress',
  on_hold: 'On Hold',
  waiting_user: 'On Hold',
  resolved: 'Resolved',
  waiting_approval: 'Resolved',
  closed: 'Closed',
  cancelled: 'Closed',
};

export const writtenStatus: Readonly<Record<SupportStatus, Status>> = {
  Open: 'opened',
  'In Progress': 'in_progress',
  'On Hold': 'on_hold',
  Resolved: 'resolved',
  Closed: 'closed',
};

export const statusesShownAs = shownAs(shownStatus);

export const supportPriorities = ['High', 'Medium', 'Low'] as const;

export type SupportPriority = (typeof supportPriorities)[number];

/** Mapping, section 4. */
export const shownPriority: Readonly<Record<Priority, SupportPriority>> = {
  critical: 'High',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const writtenPriority: Readonly<Record<SupportPriority, Priority>> = {
  High: 'high',
  Medium: 'medium',
  Low: 'low',
};

export const supportCategories = ['Damaged', 'Lost', 'Late', 'Quality', 'Other'] as const;

export type SupportCategory = (typeof supportCategories)[number];

/** FAQs have categories of any wording; what is none of the five shows as the last (mapping, section 5). */
export function shownCategory(category: string): SupportCategory {
  return supportCategories.find((known) => known.toLowerCase() === category.toLowerCase()) ?? 'Other';
}

/** "Status Transitions", and back from On Hold, which is not drawn (contract, C5). Nothing is reopened here. */
const supportTransitions: Transitions = {
  new: ['in_progress'],
  opened: ['in_progress'],
  in_progress: ['on_hold', 'resolved'],
  on_hold: ['in_progress', 'resolved'],
  waiting_user: ['in_progress', 'resolved'],
  resolved: ['closed'],
  waiting_approval: ['closed'],
  closed: [],
  cancelled: [],
};

export const supportRules: RuleSet = {
  transitions: supportTransitions,
  agentScope: 'assigned',
  adminOnly: ['assign'],
  customerActions: ['view', 'create', 'rate'],
  customerOnly: ['create', 'judge', 'rate'],
  assigneeRoles: ['agent'],
  assigningStartsWork: false,
};

/** "Assign Ticket to Self": agents reach for tickets that are not theirs yet, of whatever department (contract, C15). */
export const takingRules: RuleSet = { ...supportRules, agentScope: 'all', adminOnly: [] };

export const supportOrigin = 'customer-support';

/** The document's example has no capital letter and no special character (contract, A12). */
export const supportPasswordRules = minimumLength(8);

/** The document has no pages, but says that they can be added: a list ends here, the newest first. */
export const maxListed = 1000;
