import { useEffect } from 'react';
import { useConsoleStore } from '../../store/store-context.tsx';

/** Saves the draft before the window may go away, instead of when the author pauses. */
export function useDraftFlush(): void {
  const store = useConsoleStore();
  useEffect(() => {
    const flush = () => void store.getState().flushDraft();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [store]);
}
