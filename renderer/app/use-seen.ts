import { useEffect } from 'react';
import { useConsoleStore } from '../store/store-context.tsx';

/** What arrived on the open ticket while the window was hidden is seen once it is looked at again. */
export function useSeen(): void {
  const store = useConsoleStore();
  useEffect(() => {
    function look(): void {
      if (document.visibilityState === 'visible') void store.getState().markSeen();
    }
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [store]);
}
