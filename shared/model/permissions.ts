import type { Department } from './department.ts';
import type { RuleSet, TicketAction } from './rule-set.ts';
import { isAdmin, isStaff, type Actor } from './user.ts';

/** What decides who sees a ticket. `assignee_ids` holds every assignee, the primary first. */
export interface TicketScope {
  category: Department;
  assignee_ids: readonly number[];
}

/**
 * A token names a set of readers: `admin` (admins and super admins), `staff` (everybody on the console),
 * `u:ID` (one user), `q:DEPARTMENT` (agents of a department, for tickets that nobody has taken).
 */
export type Token = string;

/** The tokens that may read a ticket. Admins may read every ticket; its queue only while it is unassigned. */
export function ticketAudience(ticket: TicketScope): Token[] {
  if (ticket.assignee_ids.length === 0) return ['admin', `q:${ticket.category}`];
  return ['admin', ...ticket.assignee_ids.map((id) => `u:${id}`)].toSorted();
}

/** The audience of staff profiles. */
export const profileAudience: readonly Token[] = ['staff'];

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
  if (!actor.is_active || !actor.is_approved || !isStaff(actor)) return false;
  if (isAdmin(actor)) return true;
  if (rules.adminOnly.includes(action)) return false;
  if (ticket.assignee_ids.includes(actor.id)) return true;
  return (
    rules.agentScope === 'queue' && ticket.assignee_ids.length === 0 && ticket.category === actor.department
  );
}
