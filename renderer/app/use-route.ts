import { useEffect } from 'react';
import { parseAdminPlace } from '../store/admin-place.ts';
import { showRoute } from '../store/navigate.ts';
import { parseRoute } from '../store/route.ts';
import { useConsoleStore } from '../store/store-context.tsx';

/** The window's address decides what it shows; the store follows it. */
export function useRoute(): void {
  const store = useConsoleStore();
  useEffect(() => {
    const follow = () => {
      const { hash } = window.location;
      const place = parseAdminPlace(hash);
      if (place === null) showRoute(store, parseRoute(hash));
      else store.getState().showAdmin(place);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [store]);
}
