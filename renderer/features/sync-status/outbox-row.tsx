import { Button } from '@mantine/core';
import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../store/navigate.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { age, exactTime } from '../../ui/time.ts';
import classes from './connection-panel.module.css';
import { outboxText } from './outbox-text.ts';

/** What can still be done about a change that never left this computer. */
function TakeBack({ item, what }: { item: OutboxItem; what: string }) {
  const store = useConsoleStore();
  const { t } = useTranslation(['sync', 'common']);

  async function edit(): Promise<void> {
    navigate(store, { view: store.getState().view, ticketUid: item.ticket_uid });
    const isBack = await store.getState().takeBackChange(item.id, true);
    if (isBack) store.getState().setConnectionPanelOpen(false);
  }

  return (
    <span className={classes['actions']}>
      {item.name === 'ticket-reply' || item.name === 'ticket-note' ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('sync:edit_what', { what })}
          title={t('sync:into_composer')}
          onClick={() => void edit()}
        >
          {t('common:edit')}
        </Button>
      ) : null}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('sync:take_back_what', { what })}
        title={t('sync:never_sent')}
        onClick={() => void store.getState().takeBackChange(item.id, false)}
      >
        {t('sync:take_back')}
      </Button>
    </span>
  );
}

/** A file that the node would not have, for reasons that may be over. */
function SendFileAgain({ uid, name }: { uid: string; name: string }) {
  const store = useConsoleStore();
  const { t } = useTranslation('files');
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('retry', { name })}
      onClick={() => void store.getState().retryFile(uid)}
    >
      {t('retry_short')}
    </Button>
  );
}

/** One kept change: what it does, where it stands, and what its author can do about it. */
export function OutboxRow({ item, now }: { item: OutboxItem; now: number }) {
  const store = useConsoleStore();
  const { t } = useTranslation(['sync', 'common']);
  const people = useConsole((state) => state.people);
  const text = outboxText(item, nameOfPerson(people));
  const what = t('sync:what_on', { what: text.toLowerCase(), ticket: ticketNumber(item.ticket_id) });
  return (
    <li className={classes['item']}>
      <span className={classes['what']}>
        <strong>{text}</strong>
        <span className={classes['ticket']}>
          {' '}
          · {ticketNumber(item.ticket_id)} {item.ticket_subject}
        </span>
        {item.text === null ? null : <span className={classes['text']}>{item.text}</span>}
        {item.can_take_back ? <TakeBack item={item} what={what} /> : null}
      </span>
      {item.delivery === 'needs_you' && item.file_uid !== null && item.id < 0 ? (
        <SendFileAgain uid={item.file_uid} name={item.text ?? ''} />
      ) : item.delivery === 'needs_you' ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('sync:review_what', { what })}
          onClick={() => store.getState().showConflict(item.id)}
        >
          {t('common:review')}
        </Button>
      ) : (
        <span className={classes['state']} data-delivery={item.delivery} title={exactTime(item.created_at)}>
          {t(`sync:delivery.${item.delivery}`)} · {age(item.created_at, now)}
        </span>
      )}
    </li>
  );
}
