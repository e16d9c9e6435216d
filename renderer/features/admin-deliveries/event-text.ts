import { capitalised } from '../../ui/capitalised.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { adminDeliveriesEn } from '../../ui/i18n/words/admin-deliveries.en.ts';
import type { Delivery } from './delivery-calls.ts';

const known = Object.keys(adminDeliveriesEn.event) as (keyof typeof adminDeliveriesEn.event)[];

/** What is told of; an event that this console has no words for yet is told by its name. */
export function eventText(event: string): string {
  const key = known.find((each) => each === event);
  if (key === undefined) return capitalised(event.toLowerCase().replaceAll(/[_.]/g, ' '));
  return words(`admin-deliveries:event.${key}`);
}

/** Why something was not sent: what was skipped has one of two reasons, the others are the other side's own words. */
export function reasonText({ state, recipient, error }: Delivery): string | null {
  if (state !== 'skipped') return error;
  return words(recipient === '' ? 'admin-deliveries:no_address' : 'admin-deliveries:not_set_up');
}
