import { useEffect, useState } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { TicketLinks } from './ticket-links.tsx';

/** The ticket that this one was split off, where it is here. */
function useOrigin(uid: string | null): readonly TicketRow[] {
  const store = useConsoleStore();
  const [origin, setOrigin] = useState<readonly TicketRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (uid === null) setOrigin([]);
    else {
      void store
        .getState()
        .readTickets([uid])
        .then((rows) => {
          if (isCurrent) setOrigin(rows);
        });
    }
    return () => {
      isCurrent = false;
    };
  }, [store, uid]);
  return origin;
}

/** Where the ticket comes from, and what became a ticket of its own. */
export function SplitTickets({ detail }: { detail: TicketDetail }) {
  const t = wordsOf('ticket');
  const origin = useOrigin(detail.ticket.split_from_uid);
  return (
    <>
      <TicketLinks title={t('split_off.from')} tickets={origin} />
      <TicketLinks title={t('split_off.title')} tickets={detail.split_off} />
    </>
  );
}
