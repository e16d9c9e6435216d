import { useEffect, useState } from 'react';
import type { About } from '#shared/protocol/desktop-state.ts';
import { useConsoleStore } from '../../store/store-context.tsx';

/** What the app is made of; null until it has said so. */
export function useAbout(): About | null {
  const store = useConsoleStore();
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void store
      .getState()
      .readAbout()
      .then((read) => {
        if (isCurrent) setAbout(read);
      });
    return () => {
      isCurrent = false;
    };
  }, [store]);
  return about;
}
