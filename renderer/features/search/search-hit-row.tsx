import type { ComponentProps } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { SearchHit, TextPart } from '#shared/protocol/ticket-list.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import classes from './search-box.module.css';

function Parts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, is_match: isMatch }, index) =>
    isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

interface SearchHitRowProps {
  hit: Omit<SearchHit, 'ticket'> & { ticket: Pick<TicketRow, 'id' | 'status'> };
  /** Found by the node alone. */
  isOnNode: boolean;
  option: ComponentProps<'div'>;
  isActive: boolean;
}

/** One found ticket, with what was looked for marked where it stands. */
export function SearchHitRow({ hit, isOnNode, option, isActive }: SearchHitRowProps) {
  const t = wordsOf('search');
  const { ticket, subject, requester, excerpt } = hit;
  return (
    <div {...option} className={classes['hit']} data-active={isActive || undefined}>
      <span className={classes['status']} title={statusWord(ticket.status)}>
        <StatusMark status={ticket.status} size={15} />
      </span>
      <span className={classes['subject']}>
        <Parts parts={subject} />
      </span>
      <span className={classes['number']}>
        {isOnNode ? <span className={classes['place']}>{t('on_node')}</span> : null}
        {ticketNumber(ticket.id)}
      </span>
      <span className={classes['excerpt']}>
        <span className={classes['requester']}>
          <Parts parts={requester} />
        </span>
        {requester.length === 0 ? null : ' · '}
        <Parts parts={excerpt} />
      </span>
    </div>
  );
}
