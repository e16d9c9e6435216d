import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { clockOrDate } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import { AwayList } from './away-list.tsx';
import classes from './connection-panel.module.css';
import { describeConnection, retryText } from './describe-connection.ts';
import { OutboxRow } from './outbox-row.tsx';

function Outbox({ title, items, now }: { title: string; items: readonly OutboxItem[]; now: number }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title} className={classes['section']}>
      <h3 className={classes['heading']}>
        {title} ({items.length})
      </h3>
      <ul className={classes['list']}>
        {items.map((item) => (
          <OutboxRow key={item.id} item={item} now={now} />
        ))}
      </ul>
    </section>
  );
}

/** The connection in full, with everything that has not arrived yet. */
export function ConnectionPanel({ status }: { status: SyncStatus }) {
  const store = useConsoleStore();
  const t = wordsOf(['sync', 'common']);
  const outbox = useConsole((state) => state.outbox);
  const done = useConsole((state) => state.done);
  const canLoadNewest = useConsole((state) => state.canLoadNewest);
  const now = useNow(1000);
  useEffect(() => void store.getState().loadDone(), [store, outbox]);
  const { label, explanation } = describeConnection(status.connection, now);
  const { state } = status.connection;
  const retry = retryText(status.connection, now);
  const waiting = outbox.filter((item) => item.delivery === 'queued' || item.delivery === 'sent');
  const refused = outbox.filter((item) => item.delivery === 'needs_you');
  const facts = [
    status.synced_at === null ? null : t('sync:in_step', { time: clockOrDate(status.synced_at, now) }),
    retry,
    status.queued === 0 ? t('sync:nothing_waits') : null,
    status.unfetched === 0 ? null : t('sync:unfetched', { count: status.unfetched }),
  ].filter((fact) => fact !== null);

  return (
    <div>
      <div className={classes['head']}>
        <h2 className={classes['label']}>{capitalised(label)}</h2>
        <p className={classes['explanation']}>{explanation}</p>
        <p className={classes['facts']}>{facts.join(' · ')}</p>
        {state === 'offline' || state === 'refused' ? (
          <Button variant="default" onClick={() => void store.getState().retryNow()}>
            {t('common:try_now')}
          </Button>
        ) : null}
        {state === 'too_old' && canLoadNewest ? (
          <Button onClick={() => void store.getState().loadNewest()}>{t('common:update_now')}</Button>
        ) : null}
        {state === 'needs_sign_in' ? (
          <Button onClick={() => store.getState().setSignInOpen(true)}>{t('common:sign_in_again')}</Button>
        ) : null}
      </div>
      <div className={classes['scroller']}>
        <Outbox title={t('common:needs_you')} items={refused} now={now} />
        <Outbox title={t('sync:waiting')} items={waiting} now={now} />
        <AwayList />
        <Outbox title={t('sync:done')} items={done} now={now} />
      </div>
    </div>
  );
}
