import { remember, remembered, rememberedText, rememberText } from '../ui/remembered.ts';
import type { KeymapState } from './keymap-state.ts';
import { holderOf, keymapWith, parseChoices, type KeyChoices } from './keymap.ts';
import type { Slice } from './slice.ts';

export const createKeymapSlice: Slice<KeymapState> = ({ get, set }) => {
  function choose(keyChoices: KeyChoices): void {
    rememberText('keys', JSON.stringify(keyChoices));
    set({ keyChoices, keymap: keymapWith(keyChoices) });
  }

  const kept = parseChoices(rememberedText('keys'));
  return {
    keyChoices: kept,
    keymap: keymapWith(kept),
    hasLetterKeys: remembered('letter-keys') ?? true,
    bindKey: (id, binding) => {
      const { keyChoices, keymap } = get();
      const holder = binding === null ? null : holderOf(keymap, id, binding);
      choose({ ...keyChoices, ...(holder === null ? {} : { [holder]: null }), [id]: binding });
    },
    resetKey: (id) => {
      const rest = Object.entries(get().keyChoices).filter(([other]) => other !== id);
      choose(Object.fromEntries(rest));
    },
    resetKeys: () => choose({}),
    setLetterKeys: (hasLetterKeys) => {
      remember('letter-keys', hasLetterKeys);
      set({ hasLetterKeys });
    },
  };
};
