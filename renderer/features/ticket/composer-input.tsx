import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { DraftMode } from '../../store/composer.ts';
import { strokeOf } from '../../store/keymap.ts';
import { sendWays, type SendWay } from '../../store/send-way.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import classes from './composer.module.css';

interface ComposerInputProps {
  mode: DraftMode;
  text: string;
  onSend: (way: SendWay) => void;
}

/** The text itself; takes the focus when a shortcut asks for it. */
export function ComposerInput({ mode, text, onSend }: ComposerInputProps) {
  const store = useConsoleStore();
  const { t } = useTranslation('composer');
  const isFocusWanted = useConsole((state) => state.wantedMode !== null);
  const input = useRef<HTMLTextAreaElement>(null);
  const isNote = mode === 'note';

  useEffect(() => {
    if (!isFocusWanted) return;
    input.current?.focus();
    store.getState().focusTaken();
  }, [isFocusWanted, store]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const stroke = strokeOf(event.nativeEvent);
    const { keymap } = store.getState();
    const way = sendWays.find(
      (candidate) => candidate !== 'send_wait' && stroke !== null && keymap[candidate].includes(stroke),
    );
    if (way !== undefined) {
      event.preventDefault();
      onSend(way);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.currentTarget.blur();
    }
  }

  return (
    <textarea
      ref={input}
      className={classes['input']}
      aria-label={isNote ? t('internal_note') : t('reply')}
      placeholder={isNote ? t('note_placeholder') : t('reply_placeholder')}
      value={text}
      maxLength={maxTextLength}
      onChange={(event) => store.getState().write(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
