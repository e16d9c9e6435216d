import type { ExplainedClock } from '../../store/ticket-sla-call.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { statusWord } from '../../ui/tickets/words.ts';
import { dayAndTime, duration, exactTime, plainDay } from '../../ui/time.ts';

const minuteMs = 60_000;

const inTime = (minutes: number): string => duration(minutes * minuteMs);

/** More stretches of work than these say no more. */
const shownSteps = 6;

/** The stretches that count; of many, the first and the last ones. */
function stepLines(steps: ExplainedClock['steps']): string[] {
  const line = ({ day, from, to, minutes }: ExplainedClock['steps'][number]): string =>
    words('ticket:why.step', { day: plainDay(day), from, to, time: inTime(minutes) });
  if (steps.length <= shownSteps) return steps.map(line);
  const head = steps.slice(0, shownSteps - 2);
  const tail = steps.slice(-2);
  const between = steps.slice(shownSteps - 2, -2);
  const minutes = between.reduce((sum, step) => sum + step.minutes, 0);
  return [
    ...head.map(line),
    words('ticket:why.steps', { count: between.length, time: inTime(minutes) }),
    ...tail.map(line),
  ];
}

function pauseLine({ status, from, to }: ExplainedClock['pauses'][number]): string {
  const why = statusWord(status);
  const since = dayAndTime(from);
  return to === null
    ? words('ticket:why.paused', { since, why })
    : words('ticket:why.was_paused', { since, until: dayAndTime(to), why });
}

/** Why a clock is due when it is, line by line, in the order in which it was reckoned. */
export function explainClock(clock: ExplainedClock): string[] {
  const { due_at, is_manual, target_minutes, elapsed_minutes, state } = clock;
  const due = due_at === null ? null : words('ticket:why.due', { time: exactTime(due_at) });
  if (is_manual) return [words('ticket:why.by_hand'), ...(due === null ? [] : [due])];
  if (target_minutes === null) return [words('ticket:why.nothing')];
  const left = target_minutes - (elapsed_minutes ?? 0);
  const rest = left < 0 ? 'ticket:why.over' : 'ticket:why.left';
  return [
    words('ticket:why.promised', { time: inTime(target_minutes) }),
    ...stepLines(clock.steps),
    ...clock.pauses.map(pauseLine),
    ...(due === null ? [] : [due]),
    ...(state === 'running' || state === 'paused' ? [words(rest, { time: inTime(left) })] : []),
  ];
}
