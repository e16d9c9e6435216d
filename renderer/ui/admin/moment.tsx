import { clockOrDate, exactTime } from '../time.ts';

/** A moment (ms UTC) in as few words as it needs, and in full when asked. */
export function Moment({ at }: { at: number }) {
  return <time title={exactTime(at)}>{clockOrDate(at, Date.now())}</time>;
}
