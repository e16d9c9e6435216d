import { useEffect } from 'react';
import { parseRoute } from '../store/route.ts';
import { useConsoleStore } from '../store/store-context.tsx';

/** The window's address decides what it shows; the store follows it. */
export function useRoute(): void {
  const store = useConsoleStore();
  useEffect(() => {
    function follow(): void {
      const { view, ticketUid } = parseRoute(window.location.hash);
      void store.getState().showView(view);
      void store.getState().showTicket(ticketUid);
    }
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [store]);
}
