import type { ViewKey } from '#shared/model/view.ts';
import { listedView } from './view-key.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { ListCursor, TicketPage } from '#shared/protocol/ticket-list.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { SelectionState } from './selection-state.ts';
import { neighbourUid } from './list-pages.ts';
import { toggled, withRange } from './selection.ts';
import type { Slice } from './slice.ts';

/** Most that one call of the contract takes. */
const callLimit = 500;

/** The uids of everything that a view shows, however long it is. */
async function matchingUids(bridge: ConsoleBridge, view: ViewKey): Promise<string[] | null> {
  const uids: string[] = [];
  let after: ListCursor | null = null;
  do {
    const result: Result<TicketPage> = await bridge.call('tickets.list', {
      view: listedView(view),
      after,
      limit: callLimit,
    });
    if (!result.ok) return null;
    uids.push(...result.value.items.map((item) => item.ticket.uid));
    after = result.value.next;
  } while (after !== null);
  return uids;
}

export const createSelectionSlice: Slice<SelectionState> = ({ bridge, get, set }) => {
  /** Where a range begins: the row that was chosen last. */
  let anchorUid: string | null = null;

  return {
    selectedUids: new Set(),
    toggleSelected: (uid) => {
      anchorUid = uid;
      set({ selectedUids: toggled(get().selectedUids, uid) });
    },
    selectTo: (uid) => {
      set({ selectedUids: withRange(get().selectedUids, get().list.items, anchorUid ?? uid, uid) });
      anchorUid = uid;
    },
    extendSelection: (step) => {
      const { list, highlightedUid, selectedUids } = get();
      const uid = neighbourUid(list.items, highlightedUid, step);
      if (uid === null) return false;
      set({ selectedUids: withRange(selectedUids, list.items, highlightedUid, uid), highlightedUid: uid });
      anchorUid = uid;
      return true;
    },
    selectShown: () => {
      const { list } = get();
      set({ selectedUids: new Set(list.items.map((item) => item.ticket.uid)) });
      return list.items.length > 0;
    },
    selectMatching: async () => {
      const { view } = get();
      const uids = await matchingUids(bridge, view);
      if (uids !== null && get().view === view) set({ selectedUids: new Set(uids) });
    },
    clearSelection: () => {
      anchorUid = null;
      set({ selectedUids: new Set() });
    },
  };
};
