import { useState } from 'react';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { clockTime, exactTime } from '../../ui/time.ts';
import { activityActor, activityText } from './activity-text.ts';
import classes from './conversation.module.css';
import { FromTicket } from './from-ticket.tsx';
import type { TimelineEntry } from './timeline.ts';

type ActivityEntry = Extract<TimelineEntry, { kind: 'activity' }>;

/** What somebody changed, on one line. */
export function ActivityLine({ entry }: { entry: ActivityEntry }) {
  const people = useConsole((state) => state.people);
  const { activity, from } = entry;
  return (
    <p className={classes['activity']} title={exactTime(activity.created_at)}>
      <strong>{activityActor(activity)}</strong> {activityText(activity, nameOfPerson(people))}{' '}
      <FromTicket ticket={from} />
      <time dateTime={new Date(activity.created_at).toISOString()}> {clockTime(activity.created_at)}</time>
    </p>
  );
}

/** Several changes in a row, out of the way until they are asked for. */
export function FoldedActivities({ entries }: { entries: readonly ActivityEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes['fold']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen
          ? words('ticket:activities_less')
          : words('ticket:activities_more', { count: entries.length })}
      </button>
      {isOpen ? entries.map((entry) => <ActivityLine key={entry.key} entry={entry} />) : null}
    </>
  );
}
