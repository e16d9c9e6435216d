import { Button, UnstyledButton } from '@mantine/core';
import type { AwayItem } from '#shared/protocol/away-item.ts';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import classes from './connection-panel.module.css';

function AwayRow({ item }: { item: AwayItem }) {
  const store = useConsoleStore();
  const t = wordsOf('sync');
  const what =
    item.kind === 'changed'
      ? [
          item.messages === 0 ? null : t('away.messages', { count: item.messages }),
          item.changes === 0 ? null : t('away.changes', { count: item.changes }),
        ]
          .filter((part) => part !== null)
          .join(', ')
      : t(`away.${item.kind}`);
  const name = `${ticketNumber(item.ticket_id)} ${item.subject}`;

  function show(): void {
    navigate(store, { view: store.getState().view, ticketUid: item.ticket_uid });
    store.getState().setConnectionPanelOpen(false);
  }

  return (
    <li className={classes['item']}>
      {item.kind === 'gone' ? (
        <span className={classes['away']}>{name}</span>
      ) : (
        <UnstyledButton className={classes['away']} onClick={show}>
          {name}
        </UnstyledButton>
      )}
      <span className={classes['happened']}>{what}</span>
    </li>
  );
}

/** What others did while this console could not hear of it, until somebody has read it. */
export function AwayList() {
  const store = useConsoleStore();
  const t = wordsOf('sync');
  const away = useConsole((state) => state.away);
  if (away.length === 0) return null;
  return (
    <section aria-label={t('away.title')} className={classes['section']}>
      <div className={classes['titled']}>
        <h3 className={classes['heading']}>
          {t('away.title')} ({away.length})
        </h3>
        <Button size="compact-xs" variant="default" onClick={() => void store.getState().clearAway()}>
          {t('away.clear')}
        </Button>
      </div>
      <ul className={classes['list']}>
        {away.map((item) => (
          <AwayRow key={item.ticket_uid} item={item} />
        ))}
      </ul>
    </section>
  );
}
