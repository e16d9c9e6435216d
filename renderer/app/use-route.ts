import { useEffect } from 'react';
import { showRoute } from '../store/navigate.ts';
import { parseRoute } from '../store/route.ts';
import { useConsoleStore } from '../store/store-context.tsx';

/** The window's address decides what it shows; the store follows it. */
export function useRoute(): void {
  const store = useConsoleStore();
  useEffect(() => {
    const follow = () => showRoute(store, parseRoute(window.location.hash));
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [store]);
}
