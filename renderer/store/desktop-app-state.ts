import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type {
  DesktopState,
  HostSettings,
  HostStatus,
  NodePlace,
  NodeVerdict,
  Preferences,
} from '#shared/protocol/desktop-state.ts';

/** What the desktop app around this window is set to; nothing of it in a browser. Answers are errors, or null. */
export interface DesktopAppState {
  /** Null in a browser, or while not loaded. */
  desktop: DesktopState | null;
  hostStatus: HostStatus | null;
  /** The choice of a node is shown over everything else. */
  isSetupOpen: boolean;
  /** Reads how the app is set, and the session once a node is chosen. */
  loadDesktop: () => Promise<void>;
  setSetupOpen: (isOpen: boolean) => void;
  /** Null when the app itself did not answer. */
  checkNode: (address: string) => Promise<NodeVerdict | null>;
  useNode: (place: NodePlace) => Promise<DeskErrorData | null>;
  forgetNode: (place: NodePlace) => Promise<DeskErrorData | null>;
  saveHost: (host: Omit<HostSettings, 'data_dir'>) => Promise<DeskErrorData | null>;
  chooseDataFolder: () => Promise<DeskErrorData | null>;
  savePreferences: (preferences: Preferences) => Promise<DeskErrorData | null>;
  restartHost: () => Promise<void>;
  readHostLog: () => Promise<readonly string[]>;
}
