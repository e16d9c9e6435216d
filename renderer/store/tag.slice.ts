import type { TagState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createTagSlice: Slice<TagState> = ({ bridge, set }) => ({
  knownTags: [],
  loadTags: async () => {
    const result = await bridge.call('tags.list', {});
    if (result.ok) set({ knownTags: result.value });
  },
});
