import type { DeskItem } from '#shared/model/item.ts';
import { viewIds, viewKeySchema, type ViewId, type ViewKey } from '#shared/model/view.ts';
import type { ListedView } from '#shared/protocol/desk-items.ts';

export type SavedView = Extract<DeskItem, { kind: 'view' }>;

export function isBuiltIn(key: ViewKey): key is ViewId {
  return (viewIds as readonly string[]).includes(key);
}

export function isViewKey(key: string): key is ViewKey {
  return viewKeySchema.safeParse(key).success;
}

export function keyOfSaved(uid: string): ViewKey {
  return `view-${uid}`;
}

/** The uid of a saved view; null for a built-in one. */
export function savedUidOf(key: ViewKey): string | null {
  return isBuiltIn(key) ? null : key.slice('view-'.length);
}

/** The view as calls name it. */
export function listedView(key: ViewKey): ListedView {
  return isBuiltIn(key) ? key : { item: key.slice('view-'.length) };
}

/** The saved views in the order of the navigation: those that their user pinned stand above all others. */
export function savedInOrder(views: readonly SavedView[], pinnedUids: readonly string[]) {
  return {
    pinned: views.filter(({ uid }) => pinnedUids.includes(uid)),
    others: views.filter(({ uid }) => !pinnedUids.includes(uid)),
  };
}

/** All views in the order of the navigation, which is the order of the number keys. */
export function viewKeys(views: readonly SavedView[], pinnedUids: readonly string[]): ViewKey[] {
  const { pinned, others } = savedInOrder(views, pinnedUids);
  const keysOf = (saved: readonly SavedView[]) => saved.map(({ uid }) => keyOfSaved(uid));
  return [...keysOf(pinned), ...viewIds, ...keysOf(others)];
}
