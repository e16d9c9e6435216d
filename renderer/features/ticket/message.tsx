import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconRobot from '@tabler/icons-react/dist/esm/icons/IconRobot.mjs';
import { memo } from 'react';
import { readReceipt } from '#shared/model/receipt.ts';
import type { MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { Delivery } from '#shared/protocol/kept-change.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { clockTime, exactTime } from '../../ui/time.ts';
import { AttachedFiles, type Attached } from './attached-file.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { FromTicket } from './from-ticket.tsx';
import { MessageMenu } from './message-menu.tsx';
import { NoteText } from './note-text.tsx';
import { MessageText } from './message-text.tsx';
import { ReceiptMark } from './receipt-mark.tsx';
import classes from './message.module.css';

interface MessageProps {
  message: MessageRow;
  delivery: Delivery;
  files: readonly Attached[];
  isFollowUp: boolean;
  /** Written by whoever looks at it: only then its delivery is of interest once it has arrived. */
  isMine: boolean;
  /** The merged ticket that it was said on; null for the open one. */
  from: TicketRow | null;
}

type Kind = 'note' | 'us' | 'customer';

/** A note, an answer of ours, or what the customer wrote. */
export function kindOfMessage(message: Pick<MessageRow, 'visibility' | 'sender_type'>): Kind {
  if (message.visibility === 'staff') return 'note';
  return message.sender_type === 'user' ? 'customer' : 'us';
}

/** One message: the customer's on the left, ours on the right, notes on their own ground with a lock. */
export const Message = memo(function Message(props: MessageProps) {
  const { message, delivery, files, isFollowUp, isMine, from } = props;
  const kind = kindOfMessage(message);
  const name = message.sender_name || (kind === 'customer' ? words('tickets:customer') : 'Waypost');
  return (
    <article
      className={classes['message']}
      data-message
      data-kind={kind}
      tabIndex={-1}
      data-follow-up={isFollowUp || undefined}
      aria-label={words(`ticket:from.${kind}`, { name })}
    >
      {isFollowUp ? null : (
        <header className={classes['head']}>
          <Avatar name={name} size={20} />
          <span className={classes['name']}>{name}</span>
          {message.sender_type === 'ai' ? (
            <span className={classes['tag']}>
              <IconRobot aria-hidden size={12} stroke={2} /> {words('ticket:bot')}
            </span>
          ) : null}
          {kind === 'note' ? (
            <span className={classes['tag']} data-note>
              <IconLock aria-hidden size={12} stroke={2.25} /> {words('ticket:internal_note')}
            </span>
          ) : null}
          <FromTicket ticket={from} />
          <time
            className={classes['time']}
            dateTime={new Date(message.created_at).toISOString()}
            title={exactTime(message.created_at)}
          >
            {clockTime(message.created_at)}
          </time>
        </header>
      )}
      <div className={classes['line']}>
        <div className={classes['bubble']} dir="auto">
          {kind === 'note' ? <NoteText text={message.text} /> : <MessageText text={message.text} />}
        </div>
        <MessageMenu message={message} />
      </div>
      <AttachedFiles files={files} />
      <HowFar message={message} delivery={delivery} isMine={isMine} />
    </article>
  );
});

/** First to the node, which its author wants to know; then to the customer's messenger, which is everybody's business. */
function HowFar({ message, delivery, isMine }: Pick<MessageProps, 'message' | 'delivery' | 'isMine'>) {
  if (delivery !== 'delivered') return <DeliveryMark delivery={delivery} />;
  const receipt = readReceipt(message.receipt);
  if (receipt === null) return isMine ? <DeliveryMark delivery={delivery} /> : null;
  return <ReceiptMark receipt={receipt} />;
}
