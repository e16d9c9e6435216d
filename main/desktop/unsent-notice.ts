import type { DeskState } from './status-line.ts';

/** What is said to somebody who quits while changes wait: nothing is lost. Null when none do. */
export function unsentNotice({ status }: Pick<DeskState, 'status'>): { title: string; body: string } | null {
  const queued = status?.queued ?? 0;
  if (queued === 0) return null;
  const title = queued === 1 ? 'One change is not sent yet' : `${queued} changes are not sent yet`;
  return { title, body: 'They are kept on this computer and go out when Waypost runs again.' };
}
