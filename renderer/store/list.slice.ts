import type { ViewKey } from '#shared/model/view.ts';
import { listedView } from './view-key.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { TicketPage } from '#shared/protocol/ticket-list.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { ListState, TicketList } from './list-state.ts';
import { highlightAfter, neighbourUid, pageSize, refreshed, refreshLimit, withPage } from './list-pages.ts';
import type { Slice, SliceContext } from './slice.ts';

const emptyList: TicketList = { phase: 'loading', items: [], next: null };

/** Reads as many rows of the view as were loaded before. */
async function readPages(
  bridge: ConsoleBridge,
  view: ViewKey,
  loadedCount: number,
): Promise<Result<TicketPage[]>> {
  const pages: TicketPage[] = [];
  let readCount = 0;
  do {
    const after = pages.at(-1)?.next ?? null;
    const result = await bridge.call('tickets.list', {
      view: listedView(view),
      after,
      limit: refreshLimit(loadedCount, readCount),
    });
    if (!result.ok) return result;
    pages.push(result.value);
    readCount += result.value.items.length;
  } while (readCount < loadedCount && pages.at(-1)?.next !== null);
  return { ok: true, value: pages };
}

/** How many tickets each view has. */
function createCounts({ bridge, get, set }: SliceContext): Pick<ListState, 'counts' | 'refreshCounts'> {
  return {
    counts: {},
    refreshCounts: async () => {
      const { status } = get();
      // Of a copy that is not whole yet, they would tell nothing, and take long.
      if (status?.synced_at === null || status?.connection.state === 'catching_up') return;
      const [builtIn, saved] = await Promise.all([
        bridge.call('views.counts', {}),
        bridge.call('views.savedCounts', {}),
      ]);
      set({
        ...(builtIn.ok ? { counts: builtIn.value } : {}),
        ...(saved.ok ? { savedCounts: saved.value } : {}),
      });
    },
  };
}

/** The row that the keyboard is on; its ticket is likely to be opened next. */
function createHighlight({
  get,
  set,
}: SliceContext): Pick<ListState, 'highlightedUid' | 'highlight' | 'moveHighlight'> {
  return {
    highlightedUid: null,
    highlight: (uid) => {
      set({ highlightedUid: uid });
      get().peekTicket(uid);
    },
    moveHighlight: (step) => {
      const { list, highlightedUid } = get();
      const uid = neighbourUid(list.items, highlightedUid, step);
      if (uid !== null) get().highlight(uid);
      return uid !== null;
    },
  };
}

export const createListSlice: Slice<ListState> = (context) => {
  const { bridge, get, set } = context;
  /** The first page of each view that was looked at since anything changed. */
  const knownByView = new Map<ViewKey, TicketList>();
  let changeCount = 0;
  let lastRead = 0;
  let isLoadingMore = false;

  return {
    view: 'mine',
    list: emptyList,
    showView: async (view) => {
      // What is loading already will arrive.
      if (view === get().view && get().list.phase !== 'failed') return;
      set({ view, list: knownByView.get(view) ?? emptyList, highlightedUid: null });
      get().clearSelection();
      await get().refreshList();
    },
    refreshList: async () => {
      const read = ++lastRead;
      const { view, list } = get();
      const changesBefore = changeCount;
      const result = await readPages(bridge, view, list.items.length);
      if (read !== lastRead) return;
      if (result.ok) {
        const before = get().list;
        const fresh = refreshed(before, result.value);
        if (fresh.items.length <= pageSize && changeCount === changesBefore) knownByView.set(view, fresh);
        if (fresh === before) return;
        set({ list: fresh, highlightedUid: highlightAfter(before.items, fresh.items, get().highlightedUid) });
      } else if (get().list.phase === 'loading' || result.error.kind === 'not_found')
        set({ list: { ...emptyList, phase: 'failed' } });
    },
    forgetLists: () => {
      changeCount += 1;
      knownByView.clear();
    },
    loadMore: async () => {
      const { list, view } = get();
      if (list.next === null || isLoadingMore) return;
      isLoadingMore = true;
      const read = lastRead;
      const result = await bridge.call('tickets.list', {
        view: listedView(view),
        after: list.next,
        limit: pageSize,
      });
      isLoadingMore = false;
      // A refresh in between read everything anew; its list knows where to go on.
      if (result.ok && read === lastRead) set({ list: withPage(get().list, result.value) });
    },
    ...createCounts(context),
    ...createHighlight(context),
  };
};
