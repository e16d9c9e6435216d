import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import { draftOf } from './composer.ts';
import type { SyncState } from './sync-state.ts';
import { showReturnedText } from './returned-text.ts';
import type { Slice } from './slice.ts';

export const createSyncSlice: Slice<SyncState> = (context) => {
  const { bridge, loadNewest, get, set } = context;
  return {
    status: null,
    isDiskFull: false,
    outbox: [],
    done: [],
    away: [],
    unreadCount: 0,
    loadStatus: async () => {
      const result = await bridge.call('sync.status', {});
      if (result.ok) set({ status: result.value });
    },
    refreshOutbox: async () => {
      const result = await bridge.call('outbox.list', {});
      if (result.ok) set({ outbox: result.value });
    },
    loadDone: async () => {
      const result = await bridge.call('outbox.done', {});
      if (result.ok) set({ done: result.value });
    },
    loadAway: async () => {
      const result = await bridge.call('away.list', {});
      if (result.ok) set({ away: result.value });
    },
    clearAway: async () => {
      const result = await bridge.call('away.clear', {});
      if (result.ok) set({ away: [] });
    },
    canLoadNewest: loadNewest !== null,
    loadNewest: async () => loadNewest?.(),
    retryNow: async () => {
      const { isDiskFull, composer } = get();
      // The next write tells whether there is room by now; where there is nothing to write, it is believed.
      if (isDiskFull && composer !== null) await bridge.call('drafts.save', draftOf(composer));
      else if (isDiskFull) set({ isDiskFull: false });
      await get().flushDraft();
      await bridge.call('sync.retry', {});
    },
    takeBackChange: async (id, isEdited) => {
      const item = get().outbox.find((candidate) => candidate.id === id);
      if (item === undefined) return false;
      await get().flushDraft();
      const { composer } = get();
      const written = composer?.ticketUid === item.ticket_uid ? composer.text : '';
      const result = await bridge.call('outbox.cancel', { id, is_edited: isEdited });
      if (!result.ok || !result.value) {
        get().notify(result.ok ? words('desk:too_late') : failureHere(result.error), 'problem');
        return false;
      }
      await get().refreshOutbox();
      if (isEdited) await showReturnedText(context, item.ticket_uid, written);
      else get().notify(words('desk:taken_back'));
      return true;
    },
  };
};
