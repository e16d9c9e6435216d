import { Button } from '@mantine/core';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { keyLabel } from '../../store/keymap.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Keys } from '../../ui/keys.tsx';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { KeptDraft } from './kept-draft.tsx';
import classes from './no-ticket.module.css';

function NothingOpen() {
  const t = wordsOf('ticket');
  const keymap = useConsole((state) => state.keymap);
  return (
    <EmptyState icon={IconInbox} title={t('none.title')}>
      {t('none.move')} <Keys combination={keyLabel(keymap, 'next')} />{' '}
      <Keys combination={keyLabel(keymap, 'previous')} />, {t('none.open')}{' '}
      <Keys combination={keyLabel(keymap, 'open')} />
    </EmptyState>
  );
}

function TryAgain() {
  const store = useConsoleStore();
  const t = wordsOf('common');
  return (
    <Button variant="default" onClick={() => void store.getState().refreshTicket()}>
      {t('try_again')}
    </Button>
  );
}

function ToList() {
  const t = wordsOf('ticket');
  const view = useConsole((state) => state.view);
  return (
    <Button variant="default" component="a" href={formatRoute({ view, ticketUid: null })}>
      {t('back')}
    </Button>
  );
}

/** Another agent's by now; in place of the ticket stands what happened, not an empty pane. */
function TicketLeft() {
  const t = wordsOf('ticket');
  const left = useConsole((state) => state.leftTicket);
  const isSignedOut = useConsole(({ status }) => status?.connection.state === 'needs_sign_in');
  const ticket = left === null ? '' : `${ticketNumber(left.id)} ${left.subject}`;
  const title = isSignedOut ? t('left.signed_out_title', { ticket }) : t('left.title', { ticket });
  return (
    <EmptyState icon={IconLock} title={title} action={<ToList />}>
      {isSignedOut ? t('left.signed_out') : t('left.text')}
    </EmptyState>
  );
}

/** It is not on this computer: on its way, or not to be had without the node. */
function Unreached() {
  const t = wordsOf('ticket');
  const connection = useConsole(({ status }) => status?.connection.state ?? 'connecting');
  if (connection === 'connecting' || connection === 'catching_up' || connection === 'live') {
    return <EmptyState icon={IconInbox} title={t('fetching')} />;
  }
  return (
    <EmptyState icon={IconCloudOff} title={t('unreached.title')} action={<TryAgain />}>
      {t('unreached.text')}
    </EmptyState>
  );
}

function Reason() {
  const t = wordsOf('ticket');
  const phase = useConsole((state) => state.detailPhase);
  switch (phase) {
    case 'none':
      return <NothingOpen />;
    case 'missing':
      return (
        <EmptyState icon={IconInbox} title={t('missing.title')} action={<ToList />}>
          {t('missing.text')}
        </EmptyState>
      );
    case 'left':
      return <TicketLeft />;
    case 'unreached':
      return <Unreached />;
    case 'failed':
      return (
        <EmptyState icon={IconCloudOff} title={t('failed.title')} action={<TryAgain />}>
          {t('failed.text')}
        </EmptyState>
      );
    case 'loading':
    case 'ready':
      return <div className={classes['blank']} role="status" aria-label={t('loading')} />;
  }
}

/** What stands in place of a ticket that is not here, and what was being written on it. */
export function NoTicket() {
  return (
    <div className={classes['pane']}>
      <Reason />
      <KeptDraft />
    </div>
  );
}
