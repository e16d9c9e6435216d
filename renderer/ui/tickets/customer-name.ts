import type { TicketRow } from '#shared/model/ticket.ts';
import { words } from '../i18n/i18n.ts';

/** Whom the ticket is from, by the best name known. */
export function customerName({
  requester_name,
  requester_email,
  phone_number,
}: Pick<TicketRow, 'requester_name' | 'requester_email' | 'phone_number'>): string {
  return requester_name || requester_email || phone_number || words('tickets:customer_unknown');
}
