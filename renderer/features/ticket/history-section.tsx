import { useState } from 'react';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import { activityActor, activityText } from './activity-text.ts';
import classes from './context-pane.module.css';

/** Everything that was done to the ticket, the newest first, with who did it and when exactly. */
export function HistorySection({ detail }: { detail: TicketDetail }) {
  const t = wordsOf('ticket');
  const people = useConsole((state) => state.people);
  const [isOpen, setOpen] = useState(false);
  const { activities } = detail;
  const nameOf = nameOfPerson(people);
  return (
    <section className={classes['last']} aria-label={t('history.title')}>
      <h3 className={classes['heading']}>{t('history.title')}</h3>
      <button
        type="button"
        className={classes['explain']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t('activities_less') : t('history.show', { count: activities.length })}
      </button>
      {isOpen ? (
        <ol className={classes['history']}>
          {activities.toReversed().map((activity) => (
            <li key={activity.uid}>
              <span>
                <strong>{activityActor(activity)}</strong> {activityText(activity, nameOf)}
              </span>
              <time dateTime={new Date(activity.created_at).toISOString()}>
                {exactTime(activity.created_at)}
              </time>
              {activity.id === null ? <em>{t('history.unsent')}</em> : null}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
