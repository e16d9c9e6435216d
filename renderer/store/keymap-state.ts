import type { Binding, CommandId, KeyChoices, Keymap } from './keymap.ts';

/** The keys of this computer. */
export interface KeymapState {
  /** What differs from the keys that everybody begins with. */
  keyChoices: KeyChoices;
  keymap: Keymap;
  /** Whether keys without Ctrl and Alt do anything; some type with their voice, or share a keyboard with a cat. */
  hasLetterKeys: boolean;
  /** Gives a command its key, taking it from the command that had it; null leaves it without one. */
  bindKey: (id: CommandId, binding: Binding | null) => void;
  resetKey: (id: CommandId) => void;
  resetKeys: () => void;
  setLetterKeys: (isWanted: boolean) => void;
}
