import { askDesktop as ask, tellFailure } from './ask-desktop.ts';
import type { DesktopHelpState } from './desktop-app-state.ts';
import type { Slice } from './slice.ts';

/** What the desktop app is made of, its next version, and what to hand over with a question. */
export const createDesktopHelpSlice: Slice<DesktopHelpState> = ({ bridge, get, set }) => ({
  readAbout: async () => {
    const result = await ask(bridge, 'desktop.about', {});
    return result?.ok === true ? result.value : null;
  },
  updates: null,
  loadUpdates: async () => {
    const result = await ask(bridge, 'desktop.updates', {});
    if (result?.ok === true) set({ updates: result.value });
  },
  checkUpdates: async () => {
    const result = await ask(bridge, 'desktop.checkUpdates', {});
    if (result?.ok === true) set({ updates: result.value });
  },
  installUpdate: async () => {
    await get().flushDraft();
    await ask(bridge, 'desktop.installUpdate', {});
  },
  openLogFolder: () => tellFailure(get(), ask(bridge, 'desktop.openLogFolder', {})),
  saveDiagnostics: () => tellFailure(get(), ask(bridge, 'desktop.saveDiagnostics', {})),
});
