import { Button } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import type { TicketDetail } from '#shared/protocol/ipc.ts';
import { isContextShown } from '../../store/shell.slice.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keys } from '../../ui/keys.tsx';
import { Composer } from './composer.tsx';
import { ContextPane } from './context-pane.tsx';
import { Conversation } from './conversation.tsx';
import { TicketHeader } from './ticket-header.tsx';
import classes from './ticket-pane.module.css';

function ConflictBanner({ detail }: { detail: TicketDetail }) {
  const store = useConsoleStore();
  const count = detail.conflicts.length;
  if (count === 0) return null;
  return (
    <div role="alert" className={classes['conflict']}>
      <IconAlertCircle aria-hidden size={16} stroke={2} />
      <span>
        {count === 1 ? 'A change of yours was' : `${count} changes of yours were`} not made, because something
        happened in between. Nothing is lost.
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => store.getState().showConflictOf(detail.ticket.uid)}
      >
        Review
      </Button>
    </div>
  );
}

function NoTicket() {
  const phase = useConsole((state) => state.detailPhase);
  switch (phase) {
    case 'missing':
      return (
        <EmptyState icon={IconInbox} title="This ticket is not here">
          It may have been assigned to somebody else, or closed long ago.
        </EmptyState>
      );
    case 'failed':
      return (
        <EmptyState icon={IconCloudOff} title="The ticket could not be read">
          Choose it again in the list to try once more.
        </EmptyState>
      );
    case 'none':
    case 'loading':
    case 'ready':
      return phase === 'none' ? (
        <EmptyState icon={IconInbox} title="No ticket open">
          Move with <Keys combination="J" /> and <Keys combination="K" />, open with{' '}
          <Keys combination="Enter" />.
        </EmptyState>
      ) : (
        <div className={classes['blank']} role="status" aria-label="Loading ticket" />
      );
  }
}

/** The open ticket: conversation and composer, with the context beside them or on top. */
export function TicketPane() {
  const detail = useConsole((state) => state.detail);
  const isShown = useConsole(isContextShown);
  const isWide = useConsole((state) => state.isWide);
  if (detail === null) {
    return (
      <section className={classes['pane']} aria-label="Ticket">
        <NoTicket />
      </section>
    );
  }
  return (
    <section
      className={classes['pane']}
      aria-label={`Ticket ${detail.ticket.subject}`}
      key={detail.ticket.uid}
    >
      <TicketHeader ticket={detail.ticket} isContextShown={isShown} />
      <ConflictBanner detail={detail} />
      <div className={classes['body']}>
        <div className={classes['main']}>
          <Conversation detail={detail} />
          <Composer ticket={detail.ticket} />
        </div>
        {isShown ? (
          <div className={classes['context']} data-over={!isWide || undefined}>
            <ContextPane ticket={detail.ticket} />
          </div>
        ) : null}
      </div>
    </section>
  );
}
