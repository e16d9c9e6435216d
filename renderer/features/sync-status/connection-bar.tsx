import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '#shared/protocol/sync-status.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './connection-bar.module.css';
import { describeConnection } from './describe-connection.ts';

/** States that deserve a line of their own, because they outlast a moment. */
const shownStates: readonly Connection['state'][] = ['offline', 'needs_sign_in', 'too_old', 'refused'];

/** A slim line while the node cannot be used. It can be put away; the pill goes on telling. */
export function ConnectionBar() {
  const store = useConsoleStore();
  const { t } = useTranslation(['sync', 'common']);
  const connection = useConsole((state) => state.status?.connection ?? null);
  const isDurable = useConsole(({ session }) => session?.state !== 'signed_in' || session.is_durable);
  const canLoadNewest = useConsole((state) => state.canLoadNewest);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const now = useNow();
  const state = connection?.state ?? 'connecting';
  const isShown = connection !== null && shownStates.includes(state) && dismissed !== state;
  if (!isShown && isDurable) return null;
  const { tone, label, explanation } = isShown
    ? describeConnection(connection, now)
    : {
        tone: 'offline',
        label: t('sync:not_durable.label'),
        explanation: t('sync:not_durable.text'),
      };
  return (
    <div className={classes['bar']} data-tone={tone} role="status" aria-label={t('sync:notice')}>
      <span>
        <strong>{capitalised(label)}.</strong> {explanation}
      </span>
      {isShown && state === 'needs_sign_in' ? (
        <Button size="compact-xs" variant="default" onClick={() => store.getState().setSignInOpen(true)}>
          {t('common:sign_in_again')}
        </Button>
      ) : null}
      {isShown && state === 'offline' ? (
        <Button size="compact-xs" variant="default" onClick={() => void store.getState().retryNow()}>
          {t('common:try_now')}
        </Button>
      ) : null}
      {isShown && state === 'too_old' && canLoadNewest ? (
        <Button size="compact-xs" variant="default" onClick={() => void store.getState().loadNewest()}>
          {t('common:update_now')}
        </Button>
      ) : null}
      {isShown ? (
        <CloseButton size="sm" aria-label={t('sync:dismiss_notice')} onClick={() => setDismissed(state)} />
      ) : null}
    </div>
  );
}
