import type { Words } from '../words/shape.ts';
import type { DeskState } from './status-line.ts';

/** What is said to somebody who quits while changes wait: nothing is lost. Null when none do. */
export function unsentNotice(
  { status }: Pick<DeskState, 'status'>,
  { unsent: words }: Words,
): { title: string; body: string } | null {
  const queued = status?.queued ?? 0;
  return queued === 0 ? null : { title: words.title(queued), body: words.body };
}
