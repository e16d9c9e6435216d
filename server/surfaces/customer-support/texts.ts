import { isStaff, type Actor } from '#shared/model/user.ts';

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

const notAssigned = 'You are not assigned to this ticket';

/** Said to staff who reach for a ticket that they are not on. */
const toStaff = (actor: Actor): string => (actor.is_approved ? notAssigned : notApproved);

/** What is said to who may not; customers are told apart. */
export type ForbiddenText = (actor: Actor) => string;

/** "You can only view your own tickets" is the one that is documented. */
export const mayNotView: ForbiddenText = (actor) =>
  isStaff(actor) ? toStaff(actor) : 'You can only view your own tickets';

export const mayNotCreate: ForbiddenText = () => customersCreate;

export const mayNotMove: ForbiddenText = (actor) => (isStaff(actor) ? toStaff(actor) : notAssigned);

export const mayNotNote: ForbiddenText = (actor) =>
  isStaff(actor) ? toStaff(actor) : 'Only support agents can add notes';

export const mayNotRate: ForbiddenText = (actor) =>
  isStaff(actor) ? 'Only customers can submit feedback' : mayNotView(actor);

export const feedbackTexts = {
  notResolved: 'You can only submit feedback for resolved tickets',
  givenAlready: 'Feedback has already been submitted for this ticket',
};
