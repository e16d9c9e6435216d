import { viewWord } from '../ui/tickets/words.ts';
import { words } from '../ui/i18n/i18n.ts';
import type { ConsoleState } from './console-state.ts';
import { isAdmin } from '#shared/model/user.ts';
import type { ViewKey } from '#shared/model/view.ts';
import { isBuiltIn, savedUidOf, type SavedView } from './view-key.ts';

/** What a view is called. */
export function viewName(key: ViewKey, savedViews: ConsoleState['savedViews']): string {
  if (isBuiltIn(key)) return viewWord(key);
  const uid = savedUidOf(key);
  return savedViews.find((view) => view.uid === uid)?.name ?? words('views:gone');
}

/** How many tickets a view shows; undefined while not counted. */
export function countOf(
  key: ViewKey,
  { counts, savedCounts }: Pick<ConsoleState, 'counts' | 'savedCounts'>,
): number | undefined {
  return isBuiltIn(key) ? counts[key] : savedCounts[savedUidOf(key) ?? ''];
}

/** Whether the view that is shown is a saved one that this console does not hold. */
export function isGone({ view, savedViews }: Pick<ConsoleState, 'view' | 'savedViews'>): boolean {
  return !isBuiltIn(view) && !savedViews.some(({ uid }) => uid === savedUidOf(view));
}

/** The saved view that is shown; null while a built-in one is. */
export function shownSavedView({
  view,
  savedViews,
}: Pick<ConsoleState, 'view' | 'savedViews'>): SavedView | null {
  return savedViews.find(({ uid }) => uid === savedUidOf(view)) ?? null;
}

/** Whether the node lets this user change it: its owner, and admins. */
export function mayChangeView({ owner_id }: SavedView, { session }: Pick<ConsoleState, 'session'>): boolean {
  return session?.state === 'signed_in' && (session.user.id === owner_id || isAdmin(session.user));
}
