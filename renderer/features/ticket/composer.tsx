import { Button } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { DraftMode } from '../../store/composer.ts';
import { isBlank, isSaved } from '../../store/composer.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { Keys } from '../../ui/keys.tsx';
import { AnsweredBanner } from './answered-banner.tsx';
import classes from './composer.module.css';
import { audienceText } from './audience-text.ts';
import { useDraftFlush } from './use-draft-flush.ts';

const modes = [
  { mode: 'reply', word: 'Reply', icon: IconArrowBackUp },
  { mode: 'note', word: 'Note', icon: IconLock },
] as const;

function ModeSwitch({ mode }: { mode: DraftMode }) {
  const store = useConsoleStore();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = mode === 'reply' ? 'note' : 'reply';
    store.getState().setMode(other);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus();
  }

  return (
    <div className={classes['modes']} role="tablist" aria-label="What to write" onKeyDown={onKeyDown}>
      {modes.map(({ mode: candidate, word, icon: ModeIcon }) => (
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
          {word}
        </button>
      ))}
    </div>
  );
}

function DraftState() {
  const text = useConsole(({ composer }) => {
    if (composer === null || isBlank(composer)) return '';
    return isSaved(composer) ? 'Draft saved on this computer' : 'Saving draft…';
  });
  return <span className={classes['draft']}>{text}</span>;
}

/** The text itself; takes the focus when a shortcut asks for it. */
function ComposerInput({ mode, text }: { mode: DraftMode; text: string }) {
  const store = useConsoleStore();
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
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
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
      aria-label={isNote ? 'Internal note' : 'Reply'}
      placeholder={isNote ? 'Write a note for your team…' : 'Write a reply…'}
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
  const composer = useConsole((state) => state.composer);
  const problem = useConsole((state) => state.composerProblem);
  useDraftFlush();
  if (composer === null) return null;
  const { mode, text } = composer;

  return (
    <section className={classes['composer']} data-mode={mode} aria-label="Composer">
      <AnsweredBanner />
      {problem === null ? null : (
        <p role="alert" className={classes['problem']}>
          Not sent: {problem}
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
            rightSection={<Keys combination="Ctrl+Enter" />}
          >
            {mode === 'note' ? 'Add note' : 'Send reply'}
          </Button>
        </div>
      </div>
    </section>
  );
}
