import { isAdmin, isStaff, type Actor } from '#shared/model/user.ts';

/** What this surface says to those it turns away: documented texts, and our own where the document has none. */
export const accessTexts = {
  signedOut: 'Invalid credentials',
  adminsOnly: 'Admin access required',
};

export const ticketNotFound = 'Ticket not found';
export const agentNotFound = 'Agent not found';

export const notApproved = 'Agent is not approved';
export const agentsOnly = 'Only support agents can do this';
export const customersOnly = 'Only customers can do this';
export const customersCreate = 'Only customers can create support tickets';

export const alreadyAssigned = 'Ticket is already assigned';
export const noLongerOpen = 'Only open tickets can be assigned';

/** Said to whoever reaches for a ticket that is not theirs; only the first is documented. */
export function notYours(actor: Actor): string {
  if (!isStaff(actor)) return 'You can only view your own tickets';
  return actor.is_approved || isAdmin(actor) ? 'You are not assigned to this ticket' : notApproved;
}

export const feedbackTexts = {
  customersOnly: 'Only customers can submit feedback',
  notResolved: 'You can only submit feedback for resolved tickets',
  givenAlready: 'Feedback has already been submitted for this ticket',
};
