import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconAlarmOff from '@tabler/icons-react/dist/esm/icons/IconAlarmOff.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import type { Choice } from '../choice-list.tsx';
import { words } from '../i18n/i18n.ts';
import { dayAndTime } from '../time.ts';
import { parseSnooze, presetTime, snoozePresets, type SnoozeWish } from './snooze-times.ts';

interface SnoozeChoiceOptions {
  isSnoozed: boolean;
  now: number;
  /** Null ends the snooze. */
  onChoose: (wish: SnoozeWish | null) => void;
}

const clock = <IconAlarm aria-hidden size={16} stroke={1.75} />;

/** Usual times to come back to a ticket, or the one that was typed. */
export function snoozeChoices(text: string, { isSnoozed, now, onChoose }: SnoozeChoiceOptions): Choice[] {
  if (text.trim() !== '') {
    const until = parseSnooze(text, now);
    if (until === null) return [];
    const typed = words('tickets:snooze.typed', { time: dayAndTime(until) });
    return [{ id: 'typed', text: typed, icon: clock, choose: () => onChoose(text) }];
  }
  const presets = snoozePresets.map((preset): Choice => ({
    id: preset,
    text: words(`tickets:snooze.preset.${preset}`),
    icon: clock,
    aside: dayAndTime(presetTime(preset, now)),
    choose: () => onChoose(preset),
  }));
  const reply: Choice = {
    id: 'reply',
    text: words('tickets:snooze.reply'),
    icon: <IconMessage aria-hidden size={16} stroke={1.75} />,
    choose: () => onChoose('reply'),
  };
  const end: Choice = {
    id: 'end',
    text: words('tickets:snooze.end'),
    icon: <IconAlarmOff aria-hidden size={16} stroke={1.75} />,
    choose: () => onChoose(null),
  };
  return isSnoozed ? [...presets, reply, end] : [...presets, reply];
}
