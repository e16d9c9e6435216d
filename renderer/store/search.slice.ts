import type { SearchState } from './search-state.ts';
import type { Slice } from './slice.ts';

/** More would not be read; another word narrows them down. */
export const hitLimit = 12;

/** One letter finds nearly everything; one digit is a ticket's number. */
export function isSearchable(text: string): boolean {
  const letters = text.trim().replace(/^#/, '');
  return letters.length > 1 || /^\d$/.test(letters);
}

export const createSearchSlice: Slice<SearchState> = ({ bridge, get, set }) => {
  let lastSearch = 0;

  return {
    searchText: '',
    found: null,
    answeredText: '',
    searchProblem: null,
    isSearchOpen: false,
    isSearchFocusWanted: false,
    search: async (searchText) => {
      const search = ++lastSearch;
      if (searchText !== get().searchText) get().forgetNodeSearch();
      set({ searchText, isSearchOpen: true });
      if (!isSearchable(searchText)) {
        set({ found: null, searchProblem: null });
        return;
      }
      const result = await bridge.call('tickets.search', { text: searchText, limit: hitLimit });
      if (search !== lastSearch) return;
      set(
        result.ok
          ? { found: result.value, answeredText: searchText, searchProblem: null }
          : { found: null, answeredText: searchText, searchProblem: result.error.message },
      );
      if (result.ok && result.value.hits.length === 0) get().searchNodeSoon();
    },
    lookUp: async (text) => {
      if (!isSearchable(text)) return [];
      const result = await bridge.call('tickets.search', { text, limit: hitLimit });
      return result.ok ? result.value.hits : [];
    },
    startSearch: () => set({ isSearchFocusWanted: true }),
    searchFocusTaken: () => {
      set({ isSearchFocusWanted: false });
      if (get().searchText !== '') void get().search(get().searchText);
    },
    closeSearch: () => set({ isSearchOpen: false }),
  };
};
