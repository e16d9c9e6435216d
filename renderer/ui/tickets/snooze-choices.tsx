import { Menu } from '@mantine/core';
import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconAlarmOff from '@tabler/icons-react/dist/esm/icons/IconAlarmOff.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAndTime } from '../time.ts';
import { parseSnooze, presetTime, snoozePresets, type SnoozeWish } from './snooze-times.ts';
import classes from './snooze-choices.module.css';

interface SnoozeChoicesProps {
  isSnoozed: boolean;
  /** Null ends the snooze. */
  onChoose: (wish: SnoozeWish | null) => void;
}

/** What was typed, understood as a time. */
function Typed({ text, onChoose }: { text: string; onChoose: (wish: SnoozeWish) => void }) {
  const { t } = useTranslation('tickets');
  const until = parseSnooze(text, Date.now());
  if (until === null) return <Menu.Label>{t('snooze.not_understood')}</Menu.Label>;
  return (
    <Menu.Item leftSection={<IconAlarm aria-hidden size={16} stroke={1.75} />} onClick={() => onChoose(text)}>
      {t('snooze.typed', { time: dayAndTime(until) })}
    </Menu.Item>
  );
}

/** Items of a menu: usual times to come back to a ticket, or one that is typed. */
export function SnoozeChoices({ isSnoozed, onChoose }: SnoozeChoicesProps) {
  const { t } = useTranslation('tickets');
  const [text, setText] = useState('');
  const [now] = useState(Date.now);
  return (
    <>
      <Menu.Search
        aria-label={t('snooze.until')}
        placeholder={t('snooze.placeholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() === '' ? (
        snoozePresets.map((preset) => (
          <Menu.Item
            key={preset}
            leftSection={<IconAlarm aria-hidden size={16} stroke={1.75} />}
            rightSection={<span className={classes['time']}>{dayAndTime(presetTime(preset, now))}</span>}
            onClick={() => onChoose(preset)}
          >
            {t(`snooze.preset.${preset}`)}
          </Menu.Item>
        ))
      ) : (
        <Typed text={text} onChoose={onChoose} />
      )}
      <Menu.Item
        leftSection={<IconMessage aria-hidden size={16} stroke={1.75} />}
        onClick={() => onChoose('reply')}
      >
        {t('snooze.reply')}
      </Menu.Item>
      {isSnoozed ? (
        <Menu.Item
          leftSection={<IconAlarmOff aria-hidden size={16} stroke={1.75} />}
          onClick={() => onChoose(null)}
        >
          {t('snooze.end')}
        </Menu.Item>
      ) : null}
    </>
  );
}
