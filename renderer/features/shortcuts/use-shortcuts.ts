import { useEffect } from 'react';
import { isFieldAwaited } from '../../store/is-field-awaited.ts';
import {
  isPlain,
  matchKeys,
  strokeOf,
  type CommandId,
  type Keymap,
  type Stroke,
} from '../../store/keymap.ts';
import { navigate } from '../../store/navigate.ts';
import type { ConsoleStore } from '../../store/create-console-store.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import type { CommandTarget } from './command.ts';
import { findCommand } from './commands.ts';
import { createTypeAhead } from './type-ahead.ts';

/** A checkbox takes the space bar alone. */
const typingSelector = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const layerSelector = '[role="dialog"], [role="menu"], [role="listbox"]';
/** Enter on these already means something. Rows are left to the shortcut: the highlight may be ahead of the focus. */
const pressableSelector = 'a[href]:not([data-row-link]), button, [role="tab"]';

/** How long a first stroke waits for its second, ms. */
const sequenceMs = 1200;

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

const isTyping = ({ target }: Event): boolean => isWithin(target, typingSelector);

/** Whether the key belongs to what is being typed or pressed, and not to the desk. */
function isTaken(event: KeyboardEvent, stroke: Stroke): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (isTyping(event)) return isPlain(stroke);
  return stroke === 'Enter' && isWithin(event.target, pressableSelector);
}

/** Escape and Enter are no letters: they stay when letters are switched off. */
const namedKey = /^(?:Escape|Enter|Arrow\w+)$/;

/** Tells what strokes lead to, one at a time: a second one counts with the first when it follows at once. */
function createMatcher() {
  let before: { stroke: Stroke; at: number } | null = null;
  return (keymap: Keymap, stroke: Stroke, at: number): CommandId | null => {
    const first = before !== null && at - before.at < sequenceMs ? before.stroke : null;
    const { id, isBeginning } = matchKeys(keymap, first, stroke);
    before = isBeginning ? { stroke, at } : null;
    return id;
  };
}

/** Letters that are typed before the field that was asked for has the focus. */
function bindTypeAhead(store: ConsoleStore) {
  const typeAhead = createTypeAhead();

  /** A field has the focus: what was typed goes there, once whoever gave it the focus is done. */
  function onFocusIn(event: FocusEvent): void {
    if (!isTyping(event)) return;
    const text = typeAhead.take(event.timeStamp);
    if (text !== '') queueMicrotask(() => document.execCommand('insertText', false, text));
  }
  window.addEventListener('focusin', onFocusIn);

  return {
    /** A key has done its work: perhaps it asked for a field. */
    begin: ({ timeStamp }: KeyboardEvent) => {
      if (isFieldAwaited(store.getState())) typeAhead.begin(timeStamp);
    },
    /** Takes the key when it is meant for the field. */
    takes: (event: KeyboardEvent, stroke: Stroke): boolean => {
      if (!typeAhead.isWaiting(event.timeStamp) || !isPlain(stroke) || event.isComposing) return false;
      if (!isFieldAwaited(store.getState()) || isWithin(event.target, layerSelector)) return false;
      if (!event.repeat) typeAhead.keep(event.key);
      return true;
    },
    unbind: () => window.removeEventListener('focusin', onFocusIn),
  };
}

/** Binds the console's keys to this window. */
export function useShortcuts(): void {
  const store = useConsoleStore();
  useEffect(() => {
    let isLayered = false;
    const match = createMatcher();
    const typeAhead = bindTypeAhead(store);

    /** Before anybody answers to the key: the layer that it closes is gone when the desk hears of it. */
    function lookForLayers(): void {
      isLayered = document.querySelector(layerSelector) !== null;
    }

    /** Does what the key stands for. @returns false when that is nothing, so that it keeps its usual meaning. */
    function answer(event: KeyboardEvent): boolean {
      const stroke = strokeOf(event);
      if (stroke !== null && typeAhead.takes(event, stroke)) return true;
      // A menu hears what is typed in it alone; one that lost the focus is closed all the same.
      if (isLayered && stroke === 'Escape' && event.target === document.body)
        store.getState().setOpenMenu(null);
      if (stroke === null || isLayered || isTaken(event, stroke)) return false;
      const state = store.getState();
      if (!state.hasLetterKeys && isPlain(stroke) && !namedKey.test(stroke)) return false;
      const id = match(state.keymap, stroke, event.timeStamp);
      const command = id === null ? null : findCommand(id);
      if (command === null || (command.isTexts === true && isTyping(event))) return false;
      // Where no tickets are shown, none may be changed.
      if (state.adminPlace !== null && command.group !== 'app' && command.group !== 'go') return false;
      const go: CommandTarget['go'] = (view, ticketUid) => navigate(store, { view, ticketUid });
      const isDone = command.run({ state, go });
      if (isDone) typeAhead.begin(event);
      return isDone;
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (answer(event)) event.preventDefault();
    }
    window.addEventListener('keydown', lookForLayers, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', lookForLayers, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
      typeAhead.unbind();
    };
  }, [store]);
}
