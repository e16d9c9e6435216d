import type { Department } from './department.ts';
import type { RuleSet, TicketAction } from './rule-set.ts';
import type { TicketRow } from './ticket.ts';
import { isAdmin, isStaff, type Actor } from './user.ts';

/** What decides which staff see a ticket. `assignee_ids` holds every assignee, the primary first. */
export interface StaffScope {
  category: Department;
  assignee_ids: readonly number[];
}

/** What decides who may do something to a ticket. */
export interface TicketScope extends StaffScope {
  /** The customer whose ticket it is; null when they have no user. */
  requester_id: number | null;
}

/** The scope of a stored or predicted ticket. */
export function scopeOf(ticket: Pick<TicketRow, 'category' | 'assignee_ids' | 'requester_id'>): TicketScope {
  const { category, requester_id } = ticket;
  return { category, assignee_ids: JSON.parse(ticket.assignee_ids) as number[], requester_id };
}

/**
 * A token names a set of readers: `admin` (admins and super admins), `staff` (everybody on the console),
 * `u:ID` (one user), `q:DEPARTMENT` (agents of a department, for tickets that nobody has taken).
 */
export type Token = string;

/** The tokens that may read a ticket. Admins may read every ticket; its queue only while it is unassigned. */
export function ticketAudience(ticket: StaffScope): Token[] {
  if (ticket.assignee_ids.length === 0) return ['admin', `q:${ticket.category}`];
  return ['admin', ...ticket.assignee_ids.map((id) => `u:${id}`)].toSorted();
}

/** The audience of what everybody on the staff may know: profiles, answers. */
export const staffAudience: readonly Token[] = ['staff'];

/** The tokens that a user holds now; none when inactive, unapproved or a customer. */
export function tokensOf(actor: Actor): Token[] {
  if (!actor.is_active || !actor.is_approved || !isStaff(actor)) return [];
  if (isAdmin(actor)) return ['admin', 'staff', `u:${actor.id}`].toSorted();
  const queue = actor.department === null ? [] : [`q:${actor.department}`];
  return ['staff', `u:${actor.id}`, ...queue].toSorted();
}

/** Whether the actor may do this to the ticket, under the rules of the surface that asks. */
export function isPermitted(
  actor: Actor,
  action: TicketAction,
  ticket: TicketScope,
  rules: RuleSet,
): boolean {
  if (!actor.is_active || !actor.is_approved) return false;
  if (!isStaff(actor)) return rules.customerActions.includes(action) && ticket.requester_id === actor.id;
  if (rules.customerOnly.includes(action)) return false;
  if (isAdmin(actor)) return true;
  if (rules.adminOnly.includes(action)) return false;
  if (rules.agentScope === 'all' || ticket.assignee_ids.includes(actor.id)) return true;
  return (
    rules.agentScope === 'queue' && ticket.assignee_ids.length === 0 && ticket.category === actor.department
  );
}
