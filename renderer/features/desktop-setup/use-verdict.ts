import { useEffect, useState } from 'react';
import type { NodeVerdict } from '#shared/protocol/desktop-state.ts';
import { useConsoleStore } from '../../store/store-context.tsx';

/** Long enough for somebody who types without pause. */
const pauseMs = 450;

export type Checked = { state: 'idle' } | { state: 'checking' } | { state: 'checked'; verdict: NodeVerdict };

/** Checks the address while it is typed; what is known of an earlier one is never shown for the present one. */
export function useVerdict(address: string): Checked {
  const store = useConsoleStore();
  const [known, setKnown] = useState<{ address: string; verdict: NodeVerdict } | null>(null);
  const text = address.trim();
  useEffect(() => {
    if (text === '') return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void store
        .getState()
        .checkNode(text)
        .then((verdict) => {
          if (isCurrent && verdict !== null) setKnown({ address: text, verdict });
        });
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [store, text]);
  if (text === '') return { state: 'idle' };
  return known?.address === text ? { state: 'checked', verdict: known.verdict } : { state: 'checking' };
}
