import { words } from '../ui/i18n/i18n.ts';
import { keyLabel, type CommandId } from './keymap.ts';
import { useConsole } from './store-context.tsx';

/** The keys of a command as people read them; empty when it has none. */
export function useKeyLabel(id: CommandId): string {
  return useConsole((state) => keyLabel(state.keymap, id));
}

/** What a control is called with the key that does the same: `Resolve (E)`. */
export function useTitled(name: string, id: CommandId | null): string {
  const key = useConsole((state) => (id === null ? '' : keyLabel(state.keymap, id)));
  return key === '' ? name : words('common:with_key', { name, key });
}
