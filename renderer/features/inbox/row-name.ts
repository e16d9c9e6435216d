import type { TicketListItem } from '#shared/protocol/ticket-list.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { oneLine } from '../../ui/text/one-line.ts';
import { customerName } from '../../ui/tickets/customer-name.ts';
import { priorityWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';

/** What a row is called: the number and the subject. */
export function rowName({ ticket }: TicketListItem): string {
  return `${ticketNumber(ticket.id)} ${ticket.subject}`;
}

/** All that a row's marks say, in words. */
export function rowDescription(item: TicketListItem): string {
  const { ticket } = item;
  const parts = [
    words('inbox:row.from', { name: customerName(ticket) }),
    statusWord(ticket.status),
    words('inbox:row.priority', { priority: priorityWord(ticket.priority).toLowerCase() }),
    item.is_unread ? words('inbox:row.unread') : null,
    item.has_draft ? words('inbox:row.draft') : null,
    item.pending > 0 ? words('inbox:row.pending', { count: item.pending }) : null,
    item.conflicts > 0 ? words('inbox:row.needs_you') : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** The newest public message in short, marked when it is ours. */
export function snippet({ ticket }: TicketListItem): string {
  const text = oneLine(ticket.last_message_text ?? ticket.description);
  switch (ticket.last_message_sender) {
    case 'operator':
      return words('inbox:row.we', { text });
    case 'ai':
      return words('inbox:row.bot', { text });
    case 'user':
    case 'system':
    case null:
      return text;
  }
}
