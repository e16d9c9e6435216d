import type { TicketRow } from '#shared/model/ticket.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole } from '../../store/store-context.tsx';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { age } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './past-tickets.module.css';

/** Tickets to go to, under a title; nothing when there are none. */
export function TicketLinks({ title, tickets }: { title: string; tickets: readonly TicketRow[] }) {
  const view = useConsole((state) => state.view);
  const now = useNow(60_000);
  if (tickets.length === 0) return null;
  return (
    <section className={classes['section']} aria-label={title}>
      <h3 className={classes['heading']}>
        {title} <span>{tickets.length}</span>
      </h3>
      <ul className={classes['list']}>
        {tickets.map((ticket) => (
          <li key={ticket.uid}>
            <a href={formatRoute({ view, ticketUid: ticket.uid })} className={classes['link']}>
              <span className={classes['status']} title={statusWord(ticket.status)}>
                <StatusMark status={ticket.status} size={14} />
              </span>
              <span className={classes['subject']}>{ticket.subject}</span>
              <span className={classes['aside']}>
                {ticketNumber(ticket.id)} · {age(ticket.created_at, now)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
