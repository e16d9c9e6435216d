import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { duration, exactTime } from '../time.ts';
import classes from './marks.module.css';
import type { SlaClock } from './sla.ts';

function chipText(clock: SlaClock, now: number): string {
  if (clock.stoppedAt !== null) return clock.tone === 'met' ? 'On time' : `Late by ${duration(clock.stoppedAt - clock.dueAt)}`;
  const leftMs = clock.dueAt - now;
  return leftMs < 0 ? `Overdue ${duration(leftMs)}` : `Due in ${duration(leftMs)}`;
}

/** How a clock of the ticket is doing, with its exact time for those who point at it. */
export function SlaChip({ clock, now }: { clock: SlaClock; now: number }) {
  const ChipIcon = clock.tone === 'met' ? IconCheck : IconAlarm;
  return (
    <span className={classes['chip']} data-tone={clock.tone} title={`Due ${exactTime(clock.dueAt)}`}>
      <ChipIcon aria-hidden size={12} stroke={2.25} />
      {chipText(clock, now)}
    </span>
  );
}
