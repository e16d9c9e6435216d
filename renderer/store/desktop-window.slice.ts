import { askDesktop as ask, tellFailure } from './ask-desktop.ts';
import type { DesktopWindowState } from './desktop-app-state.ts';
import type { Slice } from './slice.ts';

/** What this window has the desktop app do with it. */
export const createDesktopWindowSlice: Slice<DesktopWindowState> = ({ bridge, get, set }) => ({
  settingsPart: null,
  showSettings: (settingsPart) => set({ settingsPart }),
  testNotification: async () => {
    const result = await ask(bridge, 'desktop.testNotification', {});
    return result?.ok === true ? result.value : null;
  },
  popOut: async () => {
    const uid = get().openUid;
    if (uid === null) return;
    // The other window reads the draft from where it is kept.
    await get().flushDraft();
    await tellFailure(get(), ask(bridge, 'desktop.popOut', { ticket_uid: uid }));
  },
  print: async () => {
    if (bridge.desktop === undefined) window.print();
    else await ask(bridge, 'desktop.print', {});
  },
  savePdf: () => tellFailure(get(), ask(bridge, 'desktop.savePdf', {})),
  finding: null,
  startFinding: () => set({ finding: get().finding ?? { text: '', ordinal: 0, matches: null } }),
  find: (text, isForward = true) => {
    const before = get().finding;
    if (text === '') {
      set({ finding: { text, ordinal: 0, matches: null } });
      void ask(bridge, 'desktop.stopFind', {});
      return;
    }
    const isNext = before?.text === text;
    set({ finding: isNext ? before : { text, ordinal: 0, matches: null } });
    void ask(bridge, 'desktop.find', { text, is_forward: isForward, is_next: isNext });
  },
  stopFinding: () => {
    set({ finding: null });
    void ask(bridge, 'desktop.stopFind', {});
  },
});
