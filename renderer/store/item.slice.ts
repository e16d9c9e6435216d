import type { ItemState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createItemSlice: Slice<ItemState> = ({ bridge, set }) => ({
  macros: [],
  savedViews: [],
  savedCounts: {},
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
  },
  searchFaqs: async (text, limit) => {
    const result = await bridge.call('faqs.search', { text, limit });
    return result.ok ? result.value : [];
  },
});
