import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { DesktopArgs } from '#shared/protocol/desktop-ipc.ts';
import type { DesktopState } from '#shared/protocol/desktop-state.ts';
import type { Result } from '#shared/protocol/result.ts';
import { askDesktop as ask } from './ask-desktop.ts';
import type { DesktopNodesState } from './desktop-app-state.ts';
import type { Slice } from './slice.ts';

/** The calls that answer how the app is set afterwards. */
type Change =
  | 'desktop.useNode'
  | 'desktop.forgetNode'
  | 'desktop.saveHost'
  | 'desktop.chooseDataFolder'
  | 'desktop.savePreferences';

const inBrowser: DeskErrorData = { kind: 'unsupported', message: 'This is not the desktop app' };

export const createDesktopSlice: Slice<DesktopNodesState> = ({ bridge, get, set }) => {
  async function change<Call extends Change>(
    name: Call,
    args: DesktopArgs<Call>,
  ): Promise<DeskErrorData | null> {
    const result = (await ask(bridge, name, args)) as Result<DesktopState> | undefined;
    if (result?.ok !== true) return result?.error ?? inBrowser;
    set({ desktop: result.value });
    return null;
  }

  return {
    desktop: null,
    hostStatus: null,
    isSetupOpen: false,
    loadDesktop: async () => {
      const [state, host] = await Promise.all([
        ask(bridge, 'desktop.state', {}),
        ask(bridge, 'desktop.host', {}),
      ]);
      if (state?.ok === true) set({ desktop: state.value });
      if (host?.ok === true) set({ hostStatus: host.value });
      // Without a node there is no session to wait for.
      if (get().desktop?.current !== null) await get().loadSession();
    },
    setSetupOpen: (isSetupOpen) => set({ isSetupOpen }),
    checkNode: async (address) => {
      const result = await ask(bridge, 'desktop.checkNode', { address });
      return result?.ok === true ? result.value : null;
    },
    useNode: async (place) => {
      await get().flushDraft();
      const error = await change('desktop.useNode', { place });
      if (error !== null) return error;
      await get().loadSession();
      set({ isSetupOpen: false });
      return null;
    },
    forgetNode: (place) => change('desktop.forgetNode', { place }),
    saveHost: (host) => change('desktop.saveHost', host),
    chooseDataFolder: () => change('desktop.chooseDataFolder', {}),
    savePreferences: (preferences) => change('desktop.savePreferences', preferences),
    restartHost: async () => {
      await ask(bridge, 'desktop.restartHost', {});
    },
    readHostLog: async () => {
      const result = await ask(bridge, 'desktop.hostLog', {});
      return result?.ok === true ? result.value : [];
    },
  };
};
