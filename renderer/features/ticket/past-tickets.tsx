import { useEffect } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { TicketLinks } from './ticket-links.tsx';

/** What else this customer has or had with us, as far as it is on this computer. */
export function PastTickets({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const tickets = useConsole((state) => state.pastTickets);
  useEffect(() => void store.getState().loadPastTickets(), [store, ticket.uid, ticket.ver]);
  return <TicketLinks title={t('past.title')} tickets={tickets ?? []} />;
}
