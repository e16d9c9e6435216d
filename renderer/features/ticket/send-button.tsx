import { Button, Menu } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useState } from 'react';
import type { DraftMode } from '../../store/composer.ts';
import { keyLabel } from '../../store/keymap.ts';
import { rememberedSendWay, rememberSendWay, sendWays, type SendWay } from '../../store/send-way.ts';
import { useConsole } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Keys } from '../../ui/keys.tsx';
import { UnfoldingMenu } from '../../ui/unfolding-menu.tsx';
import classes from './send-button.module.css';

/** The key of a way to send; waiting has none of its own. */
function useWayKey(): (way: SendWay) => string {
  const keymap = useConsole((state) => state.keymap);
  return (way) => (way === 'send_wait' ? '' : keyLabel(keymap, way));
}

interface SendButtonProps {
  mode: DraftMode;
  /** To whom it goes and by which road, on the button itself. */
  audience: string;
  isDisabled: boolean;
  onSend: (way: SendWay) => void;
}

/** Sends in the way that was taken last; the others are behind the arrow. A note has only one. */
export function SendButton({ mode, audience, isDisabled, onSend }: SendButtonProps) {
  const t = wordsOf('composer');
  const keyOf = useWayKey();
  const [remembered, setRemembered] = useState(rememberedSendWay);
  const isNote = mode === 'note';
  const way = isNote ? 'send' : remembered;
  const key = keyOf(way);

  function sendBy(chosen: SendWay): void {
    rememberSendWay(chosen);
    setRemembered(chosen);
    onSend(chosen);
  }

  return (
    <span className={classes['group']} data-split={!isNote || undefined}>
      <Button
        className={classes['send']}
        h={38}
        disabled={isDisabled}
        onClick={() => onSend(way)}
        rightSection={key === '' ? null : <Keys combination={key} />}
      >
        <span className={classes['words']}>
          <span>{isNote ? t('add_note') : t(`send.${way}`)}</span>{' '}
          <span className={classes['audience']}>{audience}</span>
        </span>
      </Button>
      {isNote ? null : (
        <UnfoldingMenu
          label={t('ways')}
          position="top-end"
          width={270}
          target={
            <Button className={classes['arrow']} h={38} disabled={isDisabled} aria-label={t('ways')}>
              <IconChevronDown aria-hidden size={15} stroke={2} />
            </Button>
          }
        >
          {sendWays.map((other) => (
            <Menu.Item
              key={other}
              rightSection={keyOf(other) === '' ? null : <Keys combination={keyOf(other)} />}
              onClick={() => sendBy(other)}
            >
              {t(`send.${other}`)}
            </Menu.Item>
          ))}
        </UnfoldingMenu>
      )}
    </span>
  );
}
