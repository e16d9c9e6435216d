import type { TicketRow } from '#shared/model/ticket.ts';
import type { Draft } from '#shared/protocol/draft.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { sourceWord } from '../../ui/tickets/words.ts';

/** Who will read what is being written, and by which way it goes. */
export function audienceText(
  mode: Draft['mode'],
  ticket: Pick<TicketRow, 'source' | 'requester_name' | 'requester_email'>,
): string {
  if (mode === 'note') return words('composer:team_only');
  const customer = ticket.requester_name || ticket.requester_email || words('composer:the_customer');
  const isMessenger = ticket.source === 'whatsapp' || ticket.source === 'telegram';
  return isMessenger
    ? words('composer:to_by', { customer, channel: sourceWord(ticket.source) })
    : words('composer:to', { customer });
}
