import { ActionIcon, Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconLayoutSidebarRight from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarRight.mjs';
import { canonicalTransitions } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { PresentPeople } from './present-people.tsx';
import { PropertyMenus } from './property-menus.tsx';
import classes from './ticket-header.module.css';
import { TicketMenus } from './ticket-menus.tsx';

interface TicketHeaderProps {
  ticket: TicketRow;
  isContextShown: boolean;
}

/** What the ticket is about, and the controls that move it along. */
export function TicketHeader({ ticket, isContextShown }: TicketHeaderProps) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const resolveTitle = useTitled(t('resolve'), 'resolve');
  const contextTitle = useTitled(t('details'), 'context');
  const view = useConsole((state) => state.view);
  const canResolve = canonicalTransitions[ticket.status].includes('resolved');
  return (
    <header className={classes['header']}>
      <div className={classes['line']}>
        <ActionIcon
          component="a"
          href={formatRoute({ view, ticketUid: null })}
          aria-label={t('back')}
          className={classes['back']}
        >
          <IconArrowLeft size={17} stroke={1.75} />
        </ActionIcon>
        <h2 className={classes['subject']} title={ticket.subject}>
          <bdi>{ticket.subject}</bdi>
        </h2>
        <span className={classes['number']}>{ticketNumber(ticket.id)}</span>
        <span className={classes['spring']} />
        <PresentPeople />
        {canResolve ? (
          <Button
            variant="default"
            className={classes['fixed']}
            leftSection={<IconCircleCheck aria-hidden size={15} stroke={2} color="var(--wp-green-text)" />}
            onClick={() => void store.getState().act({ kind: 'status', to: 'resolved' })}
            title={resolveTitle}
          >
            {t('resolve')}
          </Button>
        ) : null}
        <TicketMenus ticket={ticket} />
        <ActionIcon
          aria-label={t('details')}
          aria-pressed={isContextShown}
          className={classes['fixed']}
          title={contextTitle}
          onClick={() => store.getState().toggleContext()}
        >
          <IconLayoutSidebarRight size={17} stroke={1.75} />
        </ActionIcon>
      </div>
      <PropertyMenus ticket={ticket} />
    </header>
  );
}
