import type { SyncState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createSyncSlice: Slice<SyncState> = ({ bridge, loadNewest, set }) => ({
  status: null,
  outbox: [],
  unreadCount: 0,
  loadStatus: async () => {
    const result = await bridge.call('sync.status', {});
    if (result.ok) set({ status: result.value });
  },
  refreshOutbox: async () => {
    const result = await bridge.call('outbox.list', {});
    if (result.ok) set({ outbox: result.value });
  },
  canLoadNewest: loadNewest !== null,
  loadNewest: async () => loadNewest?.(),
  retryNow: async () => {
    await bridge.call('sync.retry', {});
  },
});
