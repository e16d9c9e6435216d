import { shortcuts, type Shortcut } from './shortcut-table.ts';

export interface KeyPress {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The shortcut of a key press, null when there is none. */
export function findShortcut(press: KeyPress): Shortcut | null {
  if (press.altKey) return null;
  const hasControl = press.ctrlKey || press.metaKey;
  // A question mark stands elsewhere on other layouts; it is a sign people look for, not a place.
  const isQuestion = press.key === '?';
  const code = isQuestion ? 'Slash' : press.code === 'NumpadEnter' ? 'Enter' : press.code;
  const hasShift = isQuestion || press.shiftKey;
  return (
    shortcuts.find(
      (shortcut) =>
        shortcut.code === code &&
        (shortcut.hasControl ?? false) === hasControl &&
        (shortcut.hasShift ?? false) === hasShift,
    ) ?? null
  );
}
