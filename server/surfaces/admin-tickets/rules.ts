import type { Priority } from '#shared/model/priority.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import type { Status, Transitions } from '#shared/model/status.ts';
import { shownAs } from '../shown-as.ts';

/** The admin-tickets document's differences from the other surfaces, as data. */

export const operatorStatuses = ['open', 'in_progress', 'waiting_user', 'resolved', 'closed'] as const;

export type OperatorStatus = (typeof operatorStatuses)[number];

/** Mapping, section 3. */
export const shownStatus: Readonly<Record<Status, OperatorStatus>> = {
  new: 'open',
  opened: 'open',
  in_progress: 'in_progress',
  on_hold: 'waiting_user',
  waiting_user: 'waiting_user',
  resolved: 'resolved',
  waiting_approval: 'resolved',
  closed: 'closed',
  cancelled: 'closed',
};

const writtenStatus: Readonly<Record<OperatorStatus, Status>> = {
  open: 'opened',
  in_progress: 'in_progress',
  waiting_user: 'waiting_user',
  resolved: 'resolved',
  closed: 'closed',
};

export const statusesShownAs = shownAs(shownStatus);

/** Where a written word takes a ticket; nowhere when it shows that word already (mapping, section 0). */
export function moveTo(word: OperatorStatus): (present: Status) => Status {
  return (present) => (shownStatus[present] === word ? present : writtenStatus[word]);
}

/** The first answer takes an open ticket into work, and no other (contract, C7). */
export const startIfOpen = (present: Status): Status =>
  shownStatus[present] === 'open' ? 'in_progress' : present;

export const operatorPriorities = ['P1', 'P2', 'P3', 'P4'] as const;

type OperatorPriority = (typeof operatorPriorities)[number];

/** Mapping, section 4. */
export const shownPriority: Readonly<Record<Priority, OperatorPriority>> = {
  critical: 'P1',
  high: 'P2',
  medium: 'P3',
  low: 'P4',
};

export const writtenPriority: Readonly<Record<OperatorPriority, Priority>> = {
  P1: 'critical',
  P2: 'high',
  P3: 'medium',
  P4: 'low',
};

const hourMs = 3_600_000;

/**
 * Shown where nobody set a time for the solution, and never stored (contract, C9). The document's one figure is P1's
 * six hours.
 */
export const resolutionMsByPriority: Readonly<Record<Priority, number>> = {
  critical: 6 * hourMs,
  high: 24 * hourMs,
  medium: 72 * hourMs,
  low: 168 * hourMs,
};

/** "Total tickets in last 30 days"; the other figures are of the same tickets (contract, C36). */
export const statsWindowMs = 30 * 24 * hourMs;

/** No transitions are drawn: any status goes to any other (contract, C3). */
const freely: readonly Status[] = Object.values(writtenStatus);

const anyTransition: Transitions = {
  new: freely,
  opened: freely,
  in_progress: freely,
  on_hold: freely,
  waiting_user: freely,
  resolved: freely,
  waiting_approval: freely,
  closed: freely,
  cancelled: freely,
};

/** Only admins come here (contract, A4). Assigning moves the status at its own endpoint, and not at the update. */
export const adminTicketsRules: RuleSet = {
  transitions: anyTransition,
  agentScope: 'assigned',
  adminOnly: ['view', 'reply', 'note', 'status', 'priority', 'category', 'assign'],
  customerActions: [],
  customerOnly: ['judge', 'rate'],
  assigneeRoles: ['agent', 'admin', 'super_admin'],
  assigningStartsWork: false,
};

export const adminTicketsOrigin = 'admin-tickets';
