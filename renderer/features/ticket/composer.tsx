import { Button } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { DraftMode } from '../../store/composer.ts';
import { isBlank, isSaved } from '../../store/composer.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { strokeOf } from '../../store/keymap.ts';
import { useKeyLabel } from '../../store/use-titled.ts';
import { Keys } from '../../ui/keys.tsx';
import { AnsweredBanner } from './answered-banner.tsx';
import classes from './composer.module.css';
import { audienceText } from './audience-text.ts';
import { useDraftFlush } from './use-draft-flush.ts';

const modes = [
  { mode: 'reply', icon: IconArrowBackUp },
  { mode: 'note', icon: IconLock },
] as const;

function ModeSwitch({ mode }: { mode: DraftMode }) {
  const store = useConsoleStore();
  const { t } = useTranslation('composer');

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = mode === 'reply' ? 'note' : 'reply';
    store.getState().setMode(other);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus();
  }

  return (
    <div className={classes['modes']} role="tablist" aria-label={t('what_to_write')} onKeyDown={onKeyDown}>
      {modes.map(({ mode: candidate, icon: ModeIcon }) => (
        <button
          key={candidate}
          type="button"
          role="tab"
          aria-selected={candidate === mode}
          tabIndex={candidate === mode ? 0 : -1}
          data-tab={candidate}
          className={classes['mode']}
          onClick={() => store.getState().startWriting(candidate)}
        >
          <ModeIcon aria-hidden size={14} stroke={2} />
          {t(candidate)}
        </button>
      ))}
    </div>
  );
}

function DraftState() {
  const { t } = useTranslation('composer');
  const text = useConsole(({ composer }) => {
    if (composer === null || isBlank(composer)) return '';
    return isSaved(composer) ? t('saved') : t('saving');
  });
  return <span className={classes['draft']}>{text}</span>;
}

/** The text itself; takes the focus when a shortcut asks for it. */
function ComposerInput({ mode, text }: { mode: DraftMode; text: string }) {
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
    if (stroke !== null && store.getState().keymap.send.includes(stroke)) {
      event.preventDefault();
      void store.getState().send();
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

/** Where replies and notes are written. What is in it is kept, whatever happens to the window. */
export function Composer({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('composer');
  const composer = useConsole((state) => state.composer);
  const sendKey = useKeyLabel('send');
  const problem = useConsole((state) => state.composerProblem);
  useDraftFlush();
  if (composer === null) return null;
  const { mode, text } = composer;

  return (
    <section className={classes['composer']} data-mode={mode} aria-label={t('composer')}>
      <AnsweredBanner />
      {problem === null ? null : (
        <p role="alert" className={classes['problem']}>
          {t('not_sent', { reason: problem })}
        </p>
      )}
      <div className={classes['box']}>
        <div className={classes['bar']}>
          <ModeSwitch mode={mode} />
          <span className={classes['audience']}>{audienceText(mode, ticket)}</span>
        </div>
        <ComposerInput mode={mode} text={text} />
        <div className={classes['foot']}>
          <DraftState />
          <Button
            className={classes['send']}
            disabled={isBlank(composer)}
            onClick={() => void store.getState().send()}
            rightSection={<Keys combination={sendKey} />}
          >
            {mode === 'note' ? t('add_note') : t('send_reply')}
          </Button>
        </div>
      </div>
    </section>
  );
}
