import { useLayoutEffect, useMemo, useRef, type UIEvent } from 'react';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { dayName } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import { LooseFile } from './loose-file.tsx';
import { ActivityLine, FoldedActivities } from './activity-line.tsx';
import classes from './conversation.module.css';
import { Message } from './message.tsx';
import { timelineOf, type TimelineEntry } from './timeline.ts';

function Entry({ entry, now, myId }: { entry: TimelineEntry; now: number; myId: number | null }) {
  switch (entry.kind) {
    case 'day':
      return (
        <div className={classes['day']}>
          <span>{dayName(entry.at, now)}</span>
        </div>
      );
    case 'activity':
      return <ActivityLine entry={entry} />;
    case 'file':
      return <LooseFile file={entry.file} from={entry.from} />;
    case 'folded':
      return <FoldedActivities entries={entry.entries} />;
    case 'message':
      return (
        <Message
          message={entry.message}
          delivery={entry.delivery}
          files={entry.files}
          isFollowUp={entry.isFollowUp}
          isMine={entry.message.sender_type === 'operator' && entry.message.sender_id === myId}
          from={entry.from}
        />
      );
  }
}

/** A conversation follows its ticket, and may not be here yet. */
function RestIsComing() {
  const t = wordsOf('ticket');
  const isLive = useConsole(({ status }) => status?.connection.state === 'live');
  return (
    <p className={classes['rest']} role="status">
      {t(isLive ? 'rest.coming' : 'rest.missing')}
    </p>
  );
}

/** Closer to the end than this, in px, the reader follows what arrives. */
const followDistance = 120;

/** It begins at its end and stays there by itself; who has scrolled up a little is taken along. */
function useFollowing(entries: readonly TimelineEntry[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef(entries);
  const isNear = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (shown.current === entries || element === null) return;
    shown.current = entries;
    if (isNear.current) element.scrollTop = 0;
  }, [entries]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    // Counted from the end.
    isNear.current = currentTarget.scrollTop > -followDistance;
  };
  return { ref: scroller, onScroll };
}

/** Everything said and done on the ticket, oldest first, read from its end. */
export function Conversation({ detail }: { detail: TicketDetail }) {
  const t = wordsOf('ticket');
  const entries = useMemo(() => timelineOf(detail), [detail]);
  const following = useFollowing(entries);
  const now = useNow(60_000);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : null));
  return (
    <div
      {...following}
      role="log"
      aria-label={t('conversation')}
      tabIndex={0}
      className={classes['scroller']}
    >
      <div className={classes['thread']}>
        {[detail, ...detail.merged].every(({ is_whole }) => is_whole) ? null : <RestIsComing />}
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} now={now} myId={myId} />
        ))}
      </div>
    </div>
  );
}
