import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { DraftMode } from '../../store/composer.ts';
import { strokeOf, type Keymap } from '../../store/keymap.ts';
import { sendWays, type SendWay } from '../../store/send-way.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { withChosen, type Trigger } from '../../ui/text/trigger.ts';
import { useOptions } from '../../ui/use-options.ts';
import classes from './composer.module.css';
import { Picker } from './picker.tsx';
import { usePicker, type Pick } from './use-picker.ts';

interface ComposerInputProps {
  mode: DraftMode;
  text: string;
  onSend: (way: SendWay) => void;
}

/** The text's place to write, its caret, and where the caret goes after something was put into the text. */
function useCaret(text: string) {
  const input = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const at = wanted.current;
    wanted.current = null;
    input.current?.setSelectionRange(at, at);
    setCaret(at);
  }, [text]);
  return {
    input,
    caret,
    follow: () => setCaret(input.current?.selectionEnd ?? 0),
    move: (at: number) => {
      wanted.current = at;
      input.current?.focus();
    },
  };
}

/** Puts what was picked into the text, in place of what asked for it. @returns where the caret goes. */
function usePick(): (pick: Pick, trigger: Trigger) => number | null {
  const store = useConsoleStore();
  return (pick, trigger) => {
    if (pick.kind === 'macro') return store.getState().applyMacro(pick.macro, trigger);
    if (pick.kind === 'faq') store.getState().keepEarlierDraft(trigger);
    const written = withChosen(store.getState().composer?.text ?? '', trigger, pick.text);
    store.getState().write(written.text);
    return written.caret;
  };
}

/** The way to send that a key stands for; waiting has none of its own. */
function wayOf(event: KeyboardEvent, keymap: Keymap): SendWay | null {
  const stroke = strokeOf(event.nativeEvent);
  if (stroke === null) return null;
  return sendWays.find((way) => way !== 'send_wait' && keymap[way].includes(stroke)) ?? null;
}

/** The text itself; takes the focus when a shortcut asks for it, and offers what its signs ask for. */
export function ComposerInput({ mode, text, onSend }: ComposerInputProps) {
  const store = useConsoleStore();
  const t = wordsOf('composer');
  const isFocusWanted = useConsole((state) => state.wantedMode !== null);
  const { input, caret, follow, move } = useCaret(text);
  const { trigger: asked, picks } = usePicker(text, caret, mode);
  /** What was asked for when Escape was pressed: it stays written, and asks for nothing. */
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const trigger = asked !== null && asked.start !== leftAt ? asked : null;
  const put = usePick();
  const options = useOptions(trigger === null ? 0 : picks.length, (index) => {
    const pick = picks[index];
    const at = pick === undefined || trigger === null ? null : put(pick, trigger);
    if (at !== null) move(at);
  });
  const isNote = mode === 'note';

  useEffect(() => {
    if (!isFocusWanted) return;
    input.current?.focus();
    store.getState().focusTaken();
  }, [input, isFocusWanted, store]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const way = wayOf(event, store.getState().keymap);
    if (way !== null) {
      event.preventDefault();
      onSend(way);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (trigger === null) event.currentTarget.blur();
      else setLeftAt(trigger.start);
    } else if (trigger !== null) options.onKeyDown(event);
  }

  return (
    <>
      {trigger === null ? null : <Picker trigger={trigger} picks={picks} options={options} />}
      <textarea
        ref={input}
        className={classes['input']}
        // An empty one follows the interface.
        dir={text === '' ? undefined : 'auto'}
        aria-label={isNote ? t('internal_note') : t('reply')}
        aria-autocomplete="list"
        aria-controls={trigger === null ? undefined : options.listId}
        aria-activedescendant={trigger === null ? undefined : options.input['aria-activedescendant']}
        placeholder={isNote ? t('note_placeholder') : t('reply_placeholder')}
        value={text}
        maxLength={maxTextLength}
        onChange={(event) => {
          options.reset();
          setLeftAt(null);
          store.getState().write(event.currentTarget.value);
          follow();
        }}
        onSelect={follow}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
