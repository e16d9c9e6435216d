import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { ConsoleState } from './console-state.ts';
import type { ConsoleStore } from './create-console-store.ts';

export const StoreContext = createContext<ConsoleStore | null>(null);

/** The window's store itself, for verbs called outside of rendering. */
export function useConsoleStore(): ConsoleStore {
  const store = use(StoreContext);
  if (store === null) throw new Error('rendered outside of the store');
  return store;
}

/** A narrow part of the window's state; the component renders again when that part changes. */
export function useConsole<Selected>(select: (state: ConsoleState) => Selected): Selected {
  return useStore(useConsoleStore(), select);
}
