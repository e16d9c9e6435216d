import { useEffect } from 'react';
import { useConsoleStore } from '../store/store-context.tsx';

/** Wide enough for the context pane to stand beside the conversation unasked. */
const wideQuery = '(min-width: 1280px)';

/** Tells the store how much room there is. */
export function useWideWindow(): void {
  const store = useConsoleStore();
  useEffect(() => {
    const query = window.matchMedia(wideQuery);
    const report = () => store.getState().setWide(query.matches);
    report();
    query.addEventListener('change', report);
    return () => query.removeEventListener('change', report);
  }, [store]);
}
