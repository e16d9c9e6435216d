import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import type { KeyboardEvent } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { DraftMode } from '../../store/composer.ts';
import { isBlank, isSaved } from '../../store/composer.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { isSendable } from '../../store/composer.slice.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { AnsweredBanner } from './answered-banner.tsx';
import { AttachButton } from './attach-button.tsx';
import { ComposerInput } from './composer-input.tsx';
import classes from './composer.module.css';
import { EarlierDraftsButton } from './earlier-drafts-button.tsx';
import { DraftFiles } from './draft-files.tsx';
import { MacroButton } from './macro-button.tsx';
import { MacroEffects } from './macro-effects.tsx';
import { PresentBanner } from './present-banner.tsx';
import { SendButton } from './send-button.tsx';
import { useSend } from './use-send.ts';
import { audienceText } from './audience-text.ts';
import { useDraftFlush } from './use-draft-flush.ts';

const modes = [
  { mode: 'reply', icon: IconArrowBackUp },
  { mode: 'note', icon: IconLock },
] as const;

function ModeSwitch({ mode }: { mode: DraftMode }) {
  const store = useConsoleStore();
  const t = wordsOf('composer');

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
  const t = wordsOf('composer');
  const hasText = useConsole(({ composer }) => composer !== null && !isBlank(composer));
  const isKept = useConsole(({ composer }) => composer !== null && isSaved(composer));
  const problem = useConsole((state) => state.draftProblem);
  if (!hasText) return <span className={classes['draft']} />;
  if (isKept) return <span className={classes['draft']}>{t('saved')}</span>;
  if (problem === null) return <span className={classes['draft']}>{t('saving')}</span>;
  return (
    <span
      className={classes['draft']}
      data-problem
      role="alert"
      title={t('not_saved_why', { reason: problem })}
    >
      {t('not_saved')}
    </span>
  );
}

/** Where replies and notes are written. What is in it is kept, whatever happens to the window. */
export function Composer({ ticket }: { ticket: TicketRow }) {
  const t = wordsOf('composer');
  const composer = useConsole((state) => state.composer);
  const canSend = useConsole(isSendable);
  const send = useSend();
  const problem = useConsole((state) => state.composerProblem);
  useDraftFlush();
  if (composer === null) return null;
  const { mode, text } = composer;

  return (
    <section className={classes['composer']} data-mode={mode} aria-label={t('composer')}>
      <PresentBanner />
      <AnsweredBanner />
      {problem === null ? null : (
        <p role="alert" className={classes['problem']}>
          {t('not_sent', { reason: problem })}
        </p>
      )}
      <div className={classes['box']}>
        <div className={classes['bar']}>
          <ModeSwitch mode={mode} />
          {mode === 'note' ? <span className={classes['onlyTeam']}>{t('only_team')}</span> : null}
        </div>
        <ComposerInput key={ticket.uid} mode={mode} text={text} onSend={(way) => void send(way)} />
        <DraftFiles ticket={ticket} mode={mode} />
        <MacroEffects />
        <div className={classes['foot']}>
          <span className={classes['tools']}>
            <MacroButton />
            <AttachButton />
            <EarlierDraftsButton />
            <DraftState />
          </span>
          <SendButton
            mode={mode}
            audience={audienceText(mode, ticket)}
            isDisabled={!canSend}
            onSend={(way) => void send(way)}
          />
        </div>
      </div>
    </section>
  );
}
