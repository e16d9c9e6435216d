import type { DesktopState } from './console-state.ts';
import type { Slice } from './slice.ts';

export const createDesktopSlice: Slice<DesktopState> = ({ bridge, get, set }) => ({
  desktopSettings: null,
  loadDesktopSettings: async () => {
    const result = await bridge.desktop?.call('desktop.settings', {});
    if (result?.ok === true) set({ desktopSettings: result.value });
  },
  saveDesktopSettings: async (settings) => {
    const result = await bridge.desktop?.call('desktop.saveSettings', settings);
    if (result === undefined) return null;
    if (!result.ok) return result.error;
    set({ desktopSettings: result.value });
    await get().loadSession();
    return null;
  },
});
