import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isPlain, keyLabel, strokeOf, type CommandId, type Stroke } from '../../store/keymap.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Keys } from '../../ui/keys.tsx';
import { commandText } from './command.ts';
import classes from './shortcuts-dialog.module.css';

/** How long after a letter a second one still belongs to it, ms. */
const sequenceMs = 700;

/** What is being pressed for a command, until it is one stroke with Ctrl or Alt, or two without. */
function useCapture(onDone: (binding: string | null) => void) {
  const [first, setFirst] = useState<Stroke | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function finish(binding: string | null): void {
    clearTimeout(timer.current);
    setFirst(null);
    onDone(binding);
  }

  function press(stroke: Stroke): void {
    if (first !== null) finish(`${first} ${stroke}`);
    else if (!isPlain(stroke)) finish(stroke);
    else {
      setFirst(stroke);
      timer.current = setTimeout(() => finish(stroke), sequenceMs);
    }
  }
  return { first, press, finish };
}

/** The key of a command; pressed, it takes the next keys as the new ones. Escape leaves it, Backspace empties it. */
export function KeyField({ id, onBound }: { id: CommandId; onBound: (id: CommandId) => void }) {
  const store = useConsoleStore();
  const t = wordsOf('shortcuts');
  const label = useConsole((state) => keyLabel(state.keymap, id));
  const [isCapturing, setCapturing] = useState(false);
  const { first, press, finish } = useCapture((binding) => {
    setCapturing(false);
    if (binding === null) return;
    onBound(id);
    store.getState().bindKey(id, binding === '' ? null : binding);
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (!isCapturing || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const stroke = strokeOf(event.nativeEvent);
    if (event.key === 'Escape') finish(null);
    else if (event.key === 'Backspace') finish('');
    else if (stroke !== null) press(stroke);
  }

  const shown =
    label === '' ? <span className={classes['none']}>{t('edit.no_key')}</span> : <Keys combination={label} />;
  return (
    <button
      type="button"
      className={classes['key']}
      data-capturing={isCapturing || undefined}
      data-mantine-stop-propagation={isCapturing ? 'true' : undefined}
      aria-label={`${t('edit.change_key', { command: commandText(id) })}: ${label || t('edit.no_key')}`}
      onClick={() => setCapturing(true)}
      onBlur={() => finish(null)}
      onKeyDown={onKeyDown}
    >
      {isCapturing ? <span aria-live="assertive">{first ?? t('edit.press')}</span> : shown}
    </button>
  );
}
