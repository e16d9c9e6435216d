import type { TicketRow } from '#shared/model/ticket.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole } from '../../store/store-context.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import classes from './message.module.css';

/** Which merged ticket a part of the conversation is from; nothing for the open one itself. */
export function FromTicket({ ticket }: { ticket: TicketRow | null }) {
  const view = useConsole((state) => state.view);
  if (ticket === null) return null;
  return (
    <a
      href={formatRoute({ view, ticketUid: ticket.uid })}
      className={classes['tag']}
      title={ticket.subject}
      aria-label={`${ticketNumber(ticket.id)} ${ticket.subject}`}
    >
      {words('ticket:from_ticket', { ticket: ticketNumber(ticket.id) })}
    </a>
  );
}
