import { viewFilterById } from '#shared/model/view.ts';
import { rememberedText, rememberText } from '../ui/remembered.ts';
import type { ItemState } from './item-state.ts';
import type { Slice } from './slice.ts';
import { savedUidOf } from './view-key.ts';

const pinnedName = 'pinned-views';

export const createItemSlice: Slice<ItemState> = ({ bridge, get, set }) => ({
  macros: [],
  savedViews: [],
  savedCounts: {},
  pinnedViewUids: rememberedText(pinnedName)?.split(' ') ?? [],
  viewDraft: null,
  deletedView: null,
  askToDeleteView: (deletedView) => set({ deletedView }),
  togglePinned: (uid) => {
    const { pinnedViewUids: pinned } = get();
    const next = pinned.includes(uid) ? pinned.filter((other) => other !== uid) : [...pinned, uid];
    rememberText(pinnedName, next.join(' '));
    set({ pinnedViewUids: next });
  },
  editView: (view, filter) =>
    set({ viewDraft: { view, filter: view?.body ?? filter ?? viewFilterById.open } }),
  leaveView: () => set({ viewDraft: null }),
  countFitting: async (filter) => {
    const counted = await bridge.call('views.count', { view: { filter } });
    return counted.ok ? counted.value : null;
  },
  loadItems: async () => {
    const [macros, views, counts] = await Promise.all([
      bridge.call('items.list', { kind: 'macro' }),
      bridge.call('items.list', { kind: 'view' }),
      bridge.call('views.savedCounts', {}),
    ]);
    set({
      ...(macros.ok ? { macros: macros.value.filter((item) => item.kind === 'macro') } : {}),
      ...(views.ok ? { savedViews: views.value.filter((item) => item.kind === 'view') } : {}),
      ...(counts.ok ? { savedCounts: counts.value } : {}),
    });
    // The view that is shown may have come just now, or shows other tickets than before.
    if (savedUidOf(get().view) !== null) await get().refreshList();
  },
  searchFaqs: async (text, limit) => {
    const result = await bridge.call('faqs.search', { text, limit });
    return result.ok ? result.value : [];
  },
});
