import type { Preferences } from '#shared/protocol/desktop-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';

/** The app's preferences, and how to change some of them; a refusal is told. */
export function usePreferences() {
  const store = useConsoleStore();
  const preferences = useConsole((state) => state.desktop?.preferences ?? null);
  async function change(changes: Partial<Preferences>): Promise<boolean> {
    const before = store.getState().desktop?.preferences;
    if (before === undefined) return false;
    const error = await store.getState().savePreferences({ ...before, ...changes });
    if (error !== null) store.getState().notify(error.message, 'problem');
    return error === null;
  }
  return { preferences, change };
}
