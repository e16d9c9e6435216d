import { parseSearch } from '#shared/model/search-query.ts';
import { askNode } from './ask-node.ts';
import type { ConsoleState } from './console-state.ts';
import { nodeSearchCall } from './node-search-call.ts';
import type { NodeSearchState } from './node-search-state.ts';
import { hitLimit, isSearchable } from './search.slice.ts';
import type { Slice } from './slice.ts';

/** Whoever types does not ask the node for every letter. */
const restMs = 400;

/** What the node is asked: the last word may be unfinished, as it may be in the search of this computer. */
export function nodeQuery(text: string): string {
  const typed = text.trim();
  const isLastWhole = parseSearch(typed).terms.at(-1)?.isPrefix !== true;
  const isLastOpen = parseSearch(typed, { isTyping: true }).terms.at(-1)?.isPrefix === true;
  return isLastWhole && isLastOpen ? `${typed}*` : typed;
}

const isLive = ({ status }: ConsoleState): boolean => status?.connection.state === 'live';

export const createNodeSearchSlice: Slice<NodeSearchState> = ({ get, set, after }) => {
  let lastSearch = 0;
  let stopWaiting = (): void => undefined;

  return {
    nodeSearch: null,
    searchNode: async () => {
      stopWaiting();
      const text = get().searchText;
      if (!isSearchable(text)) return;
      const search = ++lastSearch;
      set({ nodeSearch: { phase: 'searching' } });
      const query = { q: nodeQuery(text), limit: hitLimit };
      const answered = await askNode({ getState: get }, nodeSearchCall, { query });
      if (search !== lastSearch || text !== get().searchText) return;
      set({
        nodeSearch: answered.ok
          ? { phase: 'ready', found: answered.value }
          : { phase: 'failed', error: answered.error },
      });
    },
    searchNodeSoon: () => {
      stopWaiting();
      if (get().nodeSearch !== null || !isLive(get())) return;
      stopWaiting = after(restMs, () => {
        if (get().isSearchOpen) void get().searchNode();
      });
    },
    forgetNodeSearch: () => {
      stopWaiting();
      lastSearch += 1;
      set({ nodeSearch: null });
    },
  };
};
