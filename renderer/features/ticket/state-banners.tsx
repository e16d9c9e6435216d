import { Button } from '@mantine/core';
import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import { useEffect, useState } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { untilReply } from '../../ui/tickets/snooze-times.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { dayAndTime } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './ticket-pane.module.css';

/** The ticket that this one was merged into, by its name where it is here. */
function MergedBanner({ ticket, intoUid }: { ticket: TicketRow; intoUid: string }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const view = useConsole((state) => state.view);
  const [into, setInto] = useState<TicketRow | null>(null);
  useEffect(() => {
    void store
      .getState()
      .readTickets([intoUid])
      .then(([row]) => setInto(row ?? null));
  }, [store, intoUid]);
  const name = into === null ? '…' : `${ticketNumber(into.id)} ${into.subject}`;
  return (
    <div className={classes['state']} role="status">
      <IconArrowMerge aria-hidden size={16} stroke={2} />
      <span>{t('merged.into', { ticket: name })}</span>
      <Button
        component="a"
        href={formatRoute({ view, ticketUid: intoUid })}
        size="compact-xs"
        variant="default"
      >
        {t('merged.open')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={ticket.merged_into_uid === null}
        onClick={() => void store.getState().act({ kind: 'unmerge' })}
      >
        {t('unmerge')}
      </Button>
    </div>
  );
}

function SnoozedBanner({ until }: { until: number }) {
  const store = useConsoleStore();
  const t = wordsOf('tickets');
  const text = until >= untilReply ? t('snoozed_reply') : t('snoozed_until', { time: dayAndTime(until) });
  return (
    <div className={classes['state']} role="status">
      <IconAlarm aria-hidden size={16} stroke={2} />
      <span>{text}</span>
      <Button size="compact-xs" variant="default" onClick={() => void store.getState().snooze(null, 'open')}>
        {t('snooze.end')}
      </Button>
    </div>
  );
}

/** What keeps the ticket out of the usual views, with the way back. */
export function StateBanners({ ticket }: { ticket: TicketRow }) {
  const now = useNow(60_000);
  const { merged_into_uid: intoUid, snoozed_until: until } = ticket;
  return (
    <>
      {intoUid === null ? null : <MergedBanner ticket={ticket} intoUid={intoUid} />}
      {until === null || until <= now ? null : <SnoozedBanner until={until} />}
    </>
  );
}
