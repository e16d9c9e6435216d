import type { DeskWindows } from '../windows/desk-windows.ts';
import type { AskConsole } from './console-calls.ts';
import type { DeepLink } from './deep-link.ts';

/** A link names its ticket either way; a number is looked up among the tickets that are here. */
export async function showLink(
  link: DeepLink,
  ask: AskConsole,
  windows: Pick<DeskWindows, 'main' | 'showTicket'>,
): Promise<void> {
  windows.main.show();
  if ('view' in link) return windows.main.showDestination(link);
  const uid = 'uid' in link ? link.uid : await ask('tickets.find', link);
  if (uid !== null) windows.showTicket(uid);
}
