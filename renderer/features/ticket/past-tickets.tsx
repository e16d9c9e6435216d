import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#shared/model/ticket.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { age } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './past-tickets.module.css';

/** What else this customer has or had with us, as far as it is on this computer. */
export function PastTickets({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  const view = useConsole((state) => state.view);
  const tickets = useConsole((state) => state.pastTickets);
  const now = useNow(60_000);
  useEffect(() => void store.getState().loadPastTickets(), [store, ticket.uid, ticket.ver]);
  if (tickets === null || tickets.length === 0) return null;
  return (
    <section className={classes['section']} aria-label={t('past.title')}>
      <h3 className={classes['heading']}>
        {t('past.title')} <span>{tickets.length}</span>
      </h3>
      <ul className={classes['list']}>
        {tickets.map((past) => (
          <li key={past.uid}>
            <a href={formatRoute({ view, ticketUid: past.uid })} className={classes['link']}>
              <span className={classes['status']} title={statusWord(past.status)}>
                <StatusMark status={past.status} size={14} />
              </span>
              <span className={classes['subject']}>{past.subject}</span>
              <span className={classes['aside']}>
                {ticketNumber(past.id)} · {age(past.created_at, now)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
