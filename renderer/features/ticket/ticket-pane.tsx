import { Button } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { isContextShown } from '../../store/shell.slice.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { usePane } from '../../store/use-pane.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { PaneDivider } from '../../ui/pane-divider.tsx';
import { Composer } from './composer.tsx';
import { ContextPane } from './context-pane.tsx';
import { Conversation } from './conversation.tsx';
import { DropPlace } from './drop-place.tsx';
import { NoTicket } from './no-ticket.tsx';
import { StateBanners } from './state-banners.tsx';
import { TicketHeader } from './ticket-header.tsx';
import classes from './ticket-pane.module.css';

function ConflictBanner({ detail }: { detail: TicketDetail }) {
  const store = useConsoleStore();
  const t = wordsOf(['ticket', 'common']);
  const count = detail.conflicts.length;
  if (count === 0) return null;
  return (
    <div role="alert" className={classes['conflict']}>
      <IconAlertCircle aria-hidden size={16} stroke={2} />
      <span>{t('ticket:conflicts', { count })}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => store.getState().showConflictOf(detail.ticket.uid)}
      >
        {t('common:review')}
      </Button>
    </div>
  );
}

/** The open ticket: conversation and composer, with the context beside them or on top. */
export function TicketPane() {
  const t = wordsOf('ticket');
  const detail = useConsole((state) => state.detail);
  const isShown = useConsole(isContextShown);
  const isWide = useConsole((state) => state.isWide);
  const context = usePane('context', 'after');
  if (detail === null) {
    return (
      <section className={classes['pane']} aria-label={t('ticket')}>
        <NoTicket />
      </section>
    );
  }
  return (
    <section className={classes['pane']} aria-label={t('ticket_of', { subject: detail.ticket.subject })}>
      <TicketHeader ticket={detail.ticket} isContextShown={isShown} />
      <StateBanners ticket={detail.ticket} />
      <ConflictBanner detail={detail} />
      <div className={classes['body']}>
        <DropPlace className={classes['main']}>
          <Conversation key={detail.ticket.uid} detail={detail} />
          <Composer ticket={detail.ticket} />
        </DropPlace>
        {isShown ? (
          <>
            <PaneDivider {...context.edge} />
            <div {...context.pane} className={classes['context']} data-over={!isWide || undefined}>
              <ContextPane key={detail.ticket.uid} detail={detail} />
            </div>
          </>
        ) : null}
      </div>
    </section>
  );
}
