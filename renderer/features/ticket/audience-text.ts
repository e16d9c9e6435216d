import type { TicketRow } from '#shared/model/ticket.ts';
import type { Draft } from '#shared/protocol/ipc.ts';
import { sourceWord } from '../../ui/tickets/words.ts';

/** Who will read what is being written, and by which way it goes. */
export function audienceText(
  mode: Draft['mode'],
  ticket: Pick<TicketRow, 'source' | 'requester_name' | 'requester_email'>,
): string {
  if (mode === 'note') return 'Only your team sees this';
  const customer = ticket.requester_name || ticket.requester_email || 'the customer';
  const isMessenger = ticket.source === 'whatsapp' || ticket.source === 'telegram';
  return isMessenger ? `To ${customer} by ${sourceWord[ticket.source]}` : `To ${customer}`;
}
