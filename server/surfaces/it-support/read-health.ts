import type { Actor } from '#shared/model/user.ts';
import type { Services } from '../../services.ts';
import { presentHealth } from './present-dashboard.ts';
import { statusesShownAs } from './rules.ts';

/** The computer's figures, and how many tickets show as open: all for staff, their own for customers. */
export async function readHealth(
  { metrics, ticketOverviews }: Pick<Services, 'metrics' | 'ticketOverviews'>,
  actor: Actor,
) {
  const openTickets = await ticketOverviews.count(actor, statusesShownAs('open'));
  return presentHealth(await metrics.health(), openTickets);
}
