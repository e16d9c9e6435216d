import IconCloudUp from '@tabler/icons-react/dist/esm/icons/IconCloudUp.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { memo } from 'react';
import type { ViewKey } from '#shared/model/view.ts';
import type { TicketListItem } from '#shared/protocol/ticket-list.ts';
import { formatRoute } from '../../store/route.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { customerName } from '../../ui/tickets/customer-name.ts';
import { PriorityMark } from '../../ui/tickets/priority-mark.tsx';
import { SlaChip } from '../../ui/tickets/sla-chip.tsx';
import { runningClock } from '../../ui/tickets/sla.ts';
import { SourceMark } from '../../ui/tickets/source-mark.tsx';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { priorityWord, sourceWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { age, exactTime } from '../../ui/time.ts';
import { rowDescription, rowName, snippet } from './row-name.ts';
import classes from './ticket-row.module.css';

/** Rows are all as tall as this, in px, so that the list need not measure them. */
export const rowHeightOf = (isCompact: boolean): number => (isCompact ? 58 : 84);

interface TicketRowProps {
  item: TicketListItem;
  view: ViewKey;
  now: number;
  isOpen: boolean;
  isHighlighted: boolean;
  isCompact: boolean;
  /** Null while nothing at all is selected: checkboxes then wait for the pointer. */
  isSelected: boolean | null;
  assigneeName: string | null;
  onConflict: (ticketUid: string) => void;
  onFocus: (ticketUid: string) => void;
  /** With `isRange`, everything from the row that was chosen last. */
  onSelect: (ticketUid: string, isRange: boolean) => void;
}

/** The status, which makes room for a checkbox where the pointer is, and while tickets are being selected. */
function StatusOrCheckbox({
  item,
  isSelected,
  onSelect,
}: Pick<TicketRowProps, 'item' | 'isSelected' | 'onSelect'>) {
  const { ticket } = item;
  return (
    <span className={classes['status']} title={statusWord(ticket.status)}>
      <span className={classes['statusMark']}>
        <StatusMark status={ticket.status} size={16} />
      </span>
      <input
        type="checkbox"
        className={classes['checkbox']}
        aria-label={words('bulk:select', { ticket: ticketNumber(ticket.id) })}
        tabIndex={isSelected === null ? -1 : 0}
        checked={isSelected === true}
        onChange={(event) => {
          const { nativeEvent } = event;
          onSelect(ticket.uid, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </span>
  );
}

function RowMarks({
  item,
  now,
  assigneeName,
  onConflict,
}: Pick<TicketRowProps, 'item' | 'now' | 'assigneeName' | 'onConflict'>) {
  const { ticket } = item;
  const clock = runningClock(ticket, now);
  return (
    <span className={classes['marks']}>
      {item.conflicts > 0 ? (
        <button
          type="button"
          className={classes['needsYou']}
          aria-label={words('inbox:needs_you', { ticket: ticketNumber(ticket.id) })}
          onClick={() => onConflict(ticket.uid)}
        >
          {words('common:needs_you')}
        </button>
      ) : null}
      {item.pending > 0 ? (
        <span className={classes['mark']} title={words('inbox:not_sent_yet')}>
          <IconCloudUp aria-hidden size={13} stroke={2} />
          {item.pending}
        </span>
      ) : null}
      {item.has_draft ? (
        <span className={classes['mark']} title={words('inbox:has_draft')}>
          <IconPencil aria-hidden size={13} stroke={2} />
        </span>
      ) : null}
      {clock === null || item.conflicts > 0 ? null : <SlaChip clock={clock} now={now} isShort />}
      {ticket.priority === 'critical' || ticket.priority === 'high' ? (
        <span
          className={classes['mark']}
          title={words('tickets:priority_is', { priority: priorityWord(ticket.priority) })}
        >
          <PriorityMark priority={ticket.priority} size={15} />
        </span>
      ) : null}
      {assigneeName === null ? null : (
        <span className={classes['mark']} title={words('inbox:assigned_to', { name: assigneeName })}>
          <Avatar name={assigneeName} size={18} />
        </span>
      )}
    </span>
  );
}

/** One ticket of the list: a link over the whole row, with its marks on top. */
export const TicketRowView = memo(function TicketRowView(props: TicketRowProps) {
  const { item, view, now, isOpen, isHighlighted, isCompact, isSelected, onFocus } = props;
  const { ticket } = item;
  const at = ticket.last_message_at ?? ticket.created_at;
  const description = rowDescription(item);
  return (
    <div
      className={classes['row']}
      data-open={isOpen || undefined}
      data-highlighted={isHighlighted || undefined}
      data-compact={isCompact || undefined}
      data-selecting={isSelected !== null || undefined}
      data-selected={isSelected === true || undefined}
      data-unread={item.is_unread || undefined}
      data-conflict={item.conflicts > 0 || undefined}
    >
      <a
        href={formatRoute({ view, ticketUid: ticket.uid })}
        className={classes['link']}
        aria-label={`${rowName(item)}, ${description}`}
        aria-current={isOpen ? 'true' : undefined}
        title={description}
        tabIndex={isHighlighted || isOpen ? 0 : -1}
        data-row-link={ticket.uid}
        onFocus={() => onFocus(ticket.uid)}
      />
      <StatusOrCheckbox {...props} />
      <span className={classes['top']} aria-hidden>
        <span className={classes['from']}>{customerName(ticket)}</span>
        <span className={classes['source']} title={sourceWord(ticket.source)}>
          <SourceMark source={ticket.source} size={13} />
        </span>
        <span className={classes['number']}>{ticketNumber(ticket.id)}</span>
        <time className={classes['age']} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
          {age(at, now)}
        </time>
      </span>
      <span className={classes['subject']} aria-hidden>
        <bdi>{ticket.subject}</bdi>
      </span>
      <span className={classes['bottom']}>
        <span className={classes['snippet']} aria-hidden>
          <bdi>{snippet(item)}</bdi>
        </span>
        <RowMarks {...props} />
      </span>
    </div>
  );
});
