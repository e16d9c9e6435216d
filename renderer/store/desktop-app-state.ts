import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type {
  About,
  DesktopState,
  HostSettings,
  HostStatus,
  NodePlace,
  NodeVerdict,
  NotificationVerdict,
  Preferences,
  UpdateStatus,
} from '#shared/protocol/desktop-state.ts';

export const settingsParts = ['general', 'notifications', 'node', 'network', 'about'] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** What is looked for in the page, and where it is; nothing is known yet while `matches` is null. */
export interface Finding {
  text: string;
  ordinal: number;
  matches: number | null;
}

/** Which node the app works with and how it is set; nothing of it in a browser. Answers are errors, or null. */
export interface DesktopNodesState {
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

/** What this window has the app do with it. */
export interface DesktopWindowState {
  testNotification: () => Promise<NotificationVerdict | null>;
  /** Shows the open ticket in a window of its own. */
  popOut: () => Promise<void>;
  /** Prints what the window shows; a browser does that by itself. */
  print: () => Promise<void>;
  savePdf: () => Promise<void>;
  /** Null while nothing is looked for in the page. */
  finding: Finding | null;
  startFinding: () => void;
  /** Looks for a text, or with the same text for its next place. */
  find: (text: string, isForward?: boolean) => void;
  stopFinding: () => void;
  /** The part of the app's settings that is shown; null while none is. */
  settingsPart: SettingsPart | null;
  showSettings: (part: SettingsPart | null) => void;
}

/** The app's versions, and what to hand over with a question. */
export interface DesktopHelpState {
  readAbout: () => Promise<About | null>;
  /** Null while it is not known. */
  updates: UpdateStatus | null;
  loadUpdates: () => Promise<void>;
  checkUpdates: () => Promise<void>;
  installUpdate: () => Promise<void>;
  openLogFolder: () => Promise<void>;
  saveDiagnostics: () => Promise<void>;
}

export type DesktopAppState = DesktopNodesState & DesktopWindowState & DesktopHelpState;
