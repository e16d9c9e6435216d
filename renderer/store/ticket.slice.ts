import { isSaved } from './composer.ts';
import type { TicketState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createTicketSlice: Slice<TicketState> = ({ bridge, get, set }) => {
  let lastRead = 0;

  return {
    openUid: null,
    detail: null,
    detailPhase: 'none',
    showTicket: async (uid) => {
      if (uid === get().openUid) return;
      void get().flushDraft();
      const cleared = {
        detail: null,
        composer: null,
        composerProblem: null,
        openMenu: null,
        wantedMode: null,
      };
      set({ ...cleared, openUid: uid, detailPhase: uid === null ? 'none' : 'loading' });
      if (uid === null) return;
      set({ highlightedUid: uid });
      await get().refreshTicket();
      await get().markSeen();
    },
    refreshTicket: async () => {
      const { openUid, composer } = get();
      if (openUid === null) return;
      // A read that began while something was unsaved may bring an older draft: it must not touch the composer.
      const revision = composer !== null && isSaved(composer) ? composer.revision : null;
      const read = ++lastRead;
      const result = await bridge.call('tickets.get', { uid: openUid });
      if (read !== lastRead || openUid !== get().openUid) return;
      if (!result.ok) {
        if (get().detail === null) set({ detailPhase: 'failed' });
        return;
      }
      if (result.value === null) {
        set({ detail: null, detailPhase: 'missing' });
        return;
      }
      set({ detail: result.value, detailPhase: 'ready' });
      get().loadComposer(result.value, revision);
    },
    findTicket: async (id) => {
      const result = await bridge.call('tickets.find', { id });
      return result.ok ? result.value : null;
    },
    markSeen: async () => {
      const { openUid } = get();
      if (openUid !== null) await bridge.call('tickets.markSeen', { uid: openUid });
    },
  };
};
