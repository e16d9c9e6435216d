import type { TicketListItem } from '#shared/protocol/ipc.ts';
import { priorityWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';

/** What a row is called: the number and the subject. */
export function rowName({ ticket }: TicketListItem): string {
  return `${ticketNumber(ticket.id)} ${ticket.subject}`;
}

/** All that a row's marks say, in words. */
export function rowDescription(item: TicketListItem): string {
  const { ticket } = item;
  const parts = [
    `from ${customerName(item)}`,
    statusWord[ticket.status],
    `priority ${priorityWord[ticket.priority].toLowerCase()}`,
    item.is_unread ? 'unread' : null,
    item.has_draft ? 'has a draft' : null,
    item.pending > 0 ? `${item.pending} not sent yet` : null,
    item.conflicts > 0 ? 'needs you' : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** Whom the ticket is from, by the best name known. */
export function customerName({ ticket }: TicketListItem): string {
  return ticket.requester_name || ticket.requester_email || ticket.phone_number || 'Unknown customer';
}

/** The newest public message in short, marked when it is ours. */
export function snippet({ ticket }: TicketListItem): string {
  const text = (ticket.last_message_text ?? ticket.description).replaceAll(/\s+/g, ' ').trim();
  switch (ticket.last_message_sender) {
    case 'operator':
      return `We: ${text}`;
    case 'ai':
      return `Bot: ${text}`;
    case 'user':
    case 'system':
    case null:
      return text;
  }
}
