import { Loader } from '@mantine/core';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import { useState } from 'react';
import { waitingStatuses, type Status } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { ticketSlaCall } from '../../store/ticket-sla-call.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { failureText } from '../../ui/admin/failure-text.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { SlaChip } from '../../ui/tickets/sla-chip.tsx';
import { resolutionClock, responseClock, type SlaClock } from '../../ui/tickets/sla.ts';
import { statusWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './context-pane.module.css';
import { explainClock } from './explain-clock.ts';

function Clock({ name, clock, now }: { name: string; clock: SlaClock | null; now: number }) {
  if (clock === null) return null;
  return (
    <div className={classes['field']}>
      <dt>{name}</dt>
      <dd>
        <SlaChip clock={clock} now={now} />
        <span className={classes['exact']}>{exactTime(clock.dueAt)}</span>
      </dd>
    </div>
  );
}

/** A clock that stands still, and what for: only the node knows whether one does, or whether nothing was promised. */
function PausedClock({ id, status }: { id: number; status: Status }) {
  const t = wordsOf('ticket');
  const { value } = useAnswer(ticketSlaCall, { params: { id } });
  if (value?.resolution.state !== 'paused') return null;
  return (
    <div className={classes['field']}>
      <dt>{t('context.solution')}</dt>
      <dd>
        <span className={classes['paused']}>
          <IconPlayerPause aria-hidden size={12} stroke={2.25} />
          {t('why.stands', { why: statusWord(status) })}
        </span>
      </dd>
    </div>
  );
}

/** How the node reckoned the clocks: which policy, which hours, which pauses. */
function Explanation({ id }: { id: number }) {
  const t = wordsOf('ticket');
  const { value, error } = useAnswer(ticketSlaCall, { params: { id } });
  if (value === null) {
    return (
      <p className={classes['why']} role="status">
        {error === null ? <Loader size="xs" /> : failureText(error)}
      </p>
    );
  }
  const { policy, time_zone, first_response, resolution } = value;
  const name = policy === null ? t('why.documented') : t('why.policy', policy);
  return (
    <div className={classes['why']}>
      <p>{t('why.by', { policy: name, zone: time_zone })}</p>
      {(
        [
          ['first_reply', first_response],
          ['solution', resolution],
        ] as const
      ).map(([which, clock]) => (
        <div key={which}>
          <h4>{t(`context.${which}`)}</h4>
          <ul>
            {explainClock(clock).map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The promises of time: how each clock is doing, what it stands still for, and why it is due when it is. */
export function ClocksSection({ ticket }: { ticket: TicketRow }) {
  const t = wordsOf('ticket');
  const now = useNow();
  const [isExplained, setExplained] = useState(false);
  const response = responseClock(ticket, now);
  const resolution = resolutionClock(ticket, now);
  const mayStandStill = resolution === null && (waitingStatuses as readonly Status[]).includes(ticket.status);
  if (response === null && resolution === null) return null;
  return (
    <section className={classes['section']} aria-label={t('context.service_level')}>
      <h3 className={classes['heading']}>{t('context.service_level')}</h3>
      <dl className={classes['fields']}>
        <Clock name={t('context.first_reply')} clock={response} now={now} />
        <Clock name={t('context.solution')} clock={resolution} now={now} />
        {mayStandStill && ticket.id !== null ? (
          <PausedClock key={ticket.ver} id={ticket.id} status={ticket.status} />
        ) : null}
      </dl>
      {ticket.id === null ? null : (
        <button
          type="button"
          className={classes['explain']}
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          {isExplained ? t('activities_less') : t('why.ask')}
        </button>
      )}
      {isExplained && ticket.id !== null ? <Explanation key={ticket.ver} id={ticket.id} /> : null}
    </section>
  );
}
