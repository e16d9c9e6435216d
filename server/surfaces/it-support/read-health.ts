import { isStaff, type Actor } from '#shared/model/user.ts';
import type { Services } from '../../services.ts';
import { presentHealth } from './present-dashboard.ts';
import { shownStatus } from './rules.ts';

/** The computer's figures, and how many tickets show as open: all for staff, their own for customers. */
export async function readHealth(
  { metrics, ticketOverviews }: Pick<Services, 'metrics' | 'ticketOverviews'>,
  actor: Actor,
) {
  const isMember = actor.is_approved || !isStaff(actor);
  const tally = isMember ? await ticketOverviews.tally(actor) : [];
  const open = tally.filter(({ status }) => shownStatus[status] === 'open');
  const openTickets = open.reduce((sum, { tickets }) => sum + tickets, 0);
  return presentHealth(await metrics.health(), openTickets);
}
