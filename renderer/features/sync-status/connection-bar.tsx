import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '#shared/protocol/sync-status.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './connection-bar.module.css';
import { describeConnection, type ConnectionWords } from './describe-connection.ts';

/** States that deserve a line of their own, because they outlast a moment. */
const shownStates: readonly Connection['state'][] = ['offline', 'needs_sign_in', 'too_old', 'refused'];

/** What the line is about; it can be put away only while nothing is lost by that. */
type Subject = 'disk' | 'connection' | 'storage';

function subjectOf({ status, isDiskFull, session }: ConsoleState, dismissed: string | null): Subject | null {
  const connection = status?.connection;
  const isFull = connection?.state === 'offline' && connection.reason === 'disk_full';
  if (isDiskFull || isFull) return 'disk';
  const state = connection?.state ?? 'connecting';
  if (shownStates.includes(state) && dismissed !== state) return 'connection';
  return session?.state === 'signed_in' && !session.is_durable ? 'storage' : null;
}

function useWords(subject: Subject | null, connection: Connection | null): ConnectionWords | null {
  const t = wordsOf('sync');
  const now = useNow();
  switch (subject) {
    case 'disk':
      return { tone: 'problem', label: t('disk_full.label'), explanation: t('disk_full.text') };
    case 'storage':
      return { tone: 'offline', label: t('not_durable.label'), explanation: t('not_durable.text') };
    case 'connection':
      return connection === null ? null : describeConnection(connection, now);
    case null:
      return null;
  }
}

/** The one thing to do about it. */
function Action({ subject, state }: { subject: Subject; state: Connection['state'] }) {
  const store = useConsoleStore();
  const t = wordsOf('common');
  const canLoadNewest = useConsole((desk) => desk.canLoadNewest);
  if (subject === 'storage') return null;
  if (subject === 'disk' || state === 'offline') {
    return (
      <Button size="compact-xs" variant="default" onClick={() => void store.getState().retryNow()}>
        {t('try_now')}
      </Button>
    );
  }
  if (state === 'needs_sign_in') {
    return (
      <Button size="compact-xs" variant="default" onClick={() => store.getState().setSignInOpen(true)}>
        {t('sign_in_again')}
      </Button>
    );
  }
  if (state !== 'too_old' || !canLoadNewest) return null;
  return (
    <Button size="compact-xs" variant="default" onClick={() => void store.getState().loadNewest()}>
      {t('update_now')}
    </Button>
  );
}

/** A slim line while the node or this computer's disk cannot be used; the pill goes on telling of the node. */
export function ConnectionBar() {
  const t = wordsOf('sync');
  const connection = useConsole(({ status }) => status?.connection ?? null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const subject = useConsole((desk) => subjectOf(desk, dismissed));
  const words = useWords(subject, connection);
  if (subject === null || words === null) return null;
  const state = connection?.state ?? 'connecting';
  return (
    <div className={classes['bar']} data-tone={words.tone} role="status" aria-label={t('notice')}>
      <span>
        <strong>{capitalised(words.label)}.</strong> {words.explanation}
      </span>
      <Action subject={subject} state={state} />
      {subject === 'connection' ? (
        <CloseButton size="sm" aria-label={t('dismiss_notice')} onClick={() => setDismissed(state)} />
      ) : null}
    </div>
  );
}
