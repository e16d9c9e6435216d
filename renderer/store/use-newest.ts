import { useCallback, useEffect, useRef } from 'react';

/**
 * Of answers that overtake each other, the one that was asked for last counts, and none once the view is gone.
 * @returns begins a question, and gives what tells whether no newer one has begun
 */
export function useNewest(): () => () => boolean {
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );
  return useCallback(() => {
    newest.current += 1;
    const turn = newest.current;
    return () => turn === newest.current;
  }, []);
}
