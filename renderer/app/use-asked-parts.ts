import { useEffect } from 'react';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { useConsoleStore } from '../store/store-context.tsx';

/** The app's menu and its tray ask for parts of the window, whoever is signed in. */
export function useAskedParts(desktop: ConsoleBridge['desktop']): void {
  const store = useConsoleStore();
  useEffect(
    () =>
      desktop?.on('show', ({ what }) => {
        const state = store.getState();
        if (what === 'find') state.startFinding();
        else state.showSettings(what === 'about' ? 'about' : 'general');
      }),
    [desktop, store],
  );
}
