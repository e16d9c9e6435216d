import { useEffect } from 'react';
import { isPlain, matchKeys, strokeOf, type Stroke } from '../../store/keymap.ts';
import { navigate } from '../../store/navigate.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { findCommand } from './commands.ts';

/** A checkbox takes the space bar alone. */
const typingSelector = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const layerSelector = '[role="dialog"], [role="menu"], [role="listbox"]';
/** Enter on these already means something. Rows are left to the shortcut: the highlight may be ahead of the focus. */
const pressableSelector = 'a[href]:not([data-row-link]), button, [role="tab"]';

/** How long a first stroke waits for its second, ms. */
const sequenceMs = 1200;

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(typingSelector) !== null;
}

/** Whether the key belongs to what is being typed or pressed, and not to the desk. */
function isTaken(event: KeyboardEvent, stroke: Stroke): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const { target } = event;
  if (isTyping(event)) return isPlain(stroke);
  return stroke === 'Enter' && target instanceof Element && target.closest(pressableSelector) !== null;
}

/** Escape and Enter are no letters: they stay when letters are switched off. */
const namedKey = /^(?:Escape|Enter|Arrow\w+)$/;

/** Binds the console's keys to this window. */
export function useShortcuts(): void {
  const store = useConsoleStore();
  useEffect(() => {
    let before: { stroke: Stroke; at: number } | null = null;
    let isLayered = false;

    /** Before anybody answers to the key: the layer that it closes is gone when the desk hears of it. */
    function lookForLayers(): void {
      isLayered = document.querySelector(layerSelector) !== null;
    }

    function onKeyDown(event: KeyboardEvent): void {
      const stroke = strokeOf(event);
      // A menu hears what is typed in it alone; one that lost the focus is closed all the same.
      if (isLayered && stroke === 'Escape' && event.target === document.body)
        store.getState().setOpenMenu(null);
      if (stroke === null || isLayered || isTaken(event, stroke)) return;
      const state = store.getState();
      if (!state.hasLetterKeys && isPlain(stroke) && !namedKey.test(stroke)) return;
      const isContinued = before !== null && event.timeStamp - before.at < sequenceMs;
      const { id, isBeginning } = matchKeys(
        state.keymap,
        isContinued ? (before?.stroke ?? null) : null,
        stroke,
      );
      before = isBeginning ? { stroke, at: event.timeStamp } : null;
      const command = id === null ? null : findCommand(id);
      if (command === null || (command.isTexts === true && isTyping(event))) return;
      // Where no tickets are shown, none may be changed.
      if (state.adminPlace !== null && command.group !== 'app' && command.group !== 'go') return;
      const isDone = command.run({
        state,
        go: (view, ticketUid) => navigate(store, { view, ticketUid }),
      });
      if (isDone) event.preventDefault();
    }
    window.addEventListener('keydown', lookForLayers, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', lookForLayers, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [store]);
}
