import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { words } from '../i18n/i18n.ts';
import { duration, exactTime } from '../time.ts';
import classes from './marks.module.css';
import type { SlaClock } from './sla.ts';

function chipText(clock: SlaClock, now: number): string {
  const { dueAt, stoppedAt } = clock;
  if (stoppedAt !== null)
    return clock.tone === 'met'
      ? words('tickets:sla.on_time')
      : words('tickets:sla.late_by', { time: duration(stoppedAt - dueAt) });

  const leftMs = dueAt - now;
  return words(leftMs < 0 ? 'tickets:sla.overdue' : 'tickets:sla.due_in', { time: duration(leftMs) });
}

/** For rows: what is left, with a minus once it is too late. */
function shortText({ dueAt }: SlaClock, now: number): string {
  const leftMs = dueAt - now;
  if (Math.abs(leftMs) < 60_000) return words('time:now');
  return leftMs < 0 ? `−${duration(leftMs)}` : duration(leftMs);
}

interface SlaChipProps {
  clock: SlaClock;
  now: number;
  isShort?: boolean;
}

/** How a clock of the ticket is doing, with its exact time for those who point at it. */
export function SlaChip({ clock, now, isShort = false }: SlaChipProps) {
  const ChipIcon = clock.tone === 'met' ? IconCheck : IconAlarm;
  const text = chipText(clock, now);
  return (
    <span
      className={classes['chip']}
      data-tone={clock.tone}
      title={words('tickets:sla.due_at', { state: text, time: exactTime(clock.dueAt) })}
    >
      <ChipIcon aria-hidden size={12} stroke={2.25} />
      {isShort ? shortText(clock, now) : text}
    </span>
  );
}
