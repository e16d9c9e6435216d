import type { AdminState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createAdminSlice: Slice<AdminState> = ({ bridge, get, set }) => ({
  adminPlace: null,
  showAdmin: (adminPlace) => {
    // Keys that change the open ticket must not reach one that nobody sees.
    if (adminPlace !== null) void get().showTicket(null);
    set({ adminPlace });
  },
  overdueCount: 0,
  setOverdueCount: (overdueCount) => set({ overdueCount }),
  requestNode: (asked) => bridge.call('node.request', asked),
});
