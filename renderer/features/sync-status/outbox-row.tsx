import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { refusalText } from '../../ui/tickets/refusal-text.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { age, exactTime } from '../../ui/time.ts';
import classes from './connection-panel.module.css';
import { NeedsYou, TakeBack } from './outbox-actions.tsx';
import { outboxText } from './outbox-text.ts';

/** Why the node did not make it. */
function Reason({ id }: { id: number }) {
  const people = useConsole((state) => state.people);
  const refusal = useConsole((state) => state.conflicts.find((conflict) => conflict.id === id)?.refusal);
  if (refusal === undefined) return null;
  return <span className={classes['reason']}>{capitalised(refusalText(refusal, nameOfPerson(people)))}</span>;
}

/** One kept change: what it does, where it stands, and what its author can do about it. */
export function OutboxRow({ item, now }: { item: OutboxItem; now: number }) {
  const t = wordsOf('sync');
  const people = useConsole((state) => state.people);
  const text = outboxText(item, nameOfPerson(people));
  const what = t('what_on', { what: text.toLowerCase(), ticket: ticketNumber(item.ticket_id) });
  const needsYou = item.delivery === 'needs_you';
  return (
    <li className={classes['item']}>
      <span className={classes['what']}>
        <strong>{text}</strong>
        <span className={classes['ticket']}>
          {' '}
          · {ticketNumber(item.ticket_id)} {item.ticket_subject}
        </span>
        {item.text === null ? null : <span className={classes['text']}>{item.text}</span>}
        {needsYou ? <Reason id={item.id} /> : null}
        {needsYou ? (
          <NeedsYou item={item} what={what} />
        ) : item.can_take_back ? (
          <TakeBack item={item} what={what} />
        ) : null}
      </span>
      <span className={classes['state']} data-delivery={item.delivery} title={exactTime(item.created_at)}>
        {needsYou ? null : `${t(`delivery.${item.delivery}`)} · `}
        {age(item.created_at, now)}
      </span>
    </li>
  );
}
