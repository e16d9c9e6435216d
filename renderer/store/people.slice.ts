import type { PeopleState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createPeopleSlice: Slice<PeopleState> = ({ bridge, set }) => ({
  people: [],
  loadPeople: async () => {
    const result = await bridge.call('people.list', {});
    if (result.ok) set({ people: result.value });
  },
});
