import { useEffect } from 'react';
import { navigate } from '../../store/navigate.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { findShortcut } from './find-shortcut.ts';

/** A checkbox takes the space bar alone. */
const typingSelector = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const layerSelector = '[role="dialog"], [role="menu"], [role="listbox"]';
/** Enter on these already means something. Rows are left to the shortcut: the highlight may be ahead of the focus. */
const pressableSelector = 'a[href]:not([data-row-link]), button, [role="tab"]';

/** Whether the key belongs to what is being typed, chosen or pressed, and not to the desk. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const { target } = event;
  if (document.querySelector(layerSelector) !== null) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(typingSelector) !== null) return !(event.ctrlKey || event.metaKey);
  return event.code === 'Enter' && target.closest(pressableSelector) !== null;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(typingSelector) !== null;
}

/** Binds the console's shortcuts to this window. */
export function useShortcuts(): void {
  const store = useConsoleStore();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (isTaken(event)) return;
      const shortcut = findShortcut(event);
      if (shortcut === null || (shortcut.isTexts === true && isTyping(event))) return;
      const isDone = shortcut.run({
        state: store.getState(),
        go: (view, ticketUid) => navigate(store, { view, ticketUid }),
      });
      if (isDone) event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
