/** How long a field is waited for, ms: one that does not come must not keep the keys for good. */
const waitMs = 1_000;

/** Keys that type nothing have names. */
const letter = /^.$/su;

/**
 * What is typed between the key that asks for a field and the moment in which that has the focus: hands are faster than
 * frames. It is meant for the field, and for no command. Times are those of the events, ms.
 */
export interface TypeAhead {
  /** A key has asked for a field. */
  begin: (at: number) => void;
  isWaiting: (at: number) => boolean;
  /** Keeps what a key types; other keys than letters and Backspace are lost. */
  keep: (key: string) => void;
  /** What was typed, once: a field is there. Nothing when that comes too late to be the one that was asked for. */
  take: (at: number) => string;
}

export function createTypeAhead(): TypeAhead {
  let since: number | null = null;
  let typed: string[] = [];
  const isWaiting = (at: number): boolean => since !== null && at - since < waitMs;
  return {
    begin: (at) => {
      since = at;
      typed = [];
    },
    isWaiting,
    keep: (key) => {
      if (key === 'Backspace') typed.pop();
      else if (letter.test(key)) typed.push(key);
    },
    take: (at) => {
      const text = isWaiting(at) ? typed.join('') : '';
      since = null;
      typed = [];
      return text;
    },
  };
}
