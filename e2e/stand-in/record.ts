import type { MessageBoxOptions } from 'electron';

/** What the app did to its surroundings, for specs to read. */
export interface DesktopRecord {
  badgeCount: number;
  tray: { tooltip: string; menu: readonly RecordedMenuItem[] } | null;
  notifications: RecordedNotification[];
  dialogs: Pick<MessageBoxOptions, 'message' | 'detail' | 'buttons'>[];
  openedLinks: string[];
  clipboardText: string;
  /** As the system was asked; Linux has a file for it instead. */
  isStartedAtLogin: boolean;
  /** Schemes whose links the app wants to open. */
  protocols: string[];
  windows: RecordedWindow[];
  /** The app's menu: each line with the path that leads to it. */
  appMenu: readonly RecordedMenuItem[];
  /** The menus that were opened by a right click, the last one last. */
  contextMenus: (readonly RecordedMenuItem[])[];
  /** Files and folders that were handed to the system. */
  openedPaths: string[];
  /** Key combinations that the app has taken from the system. */
  shortcuts: string[];
  printedPages: number;
  spellCheckLanguages: readonly string[];
}

export interface RecordedMenuItem {
  /** With the labels of the menus above it, `File > Print…`. */
  readonly label: string;
  readonly isEnabled: boolean;
  readonly isChecked: boolean;
  readonly accelerator: string | null;
}

export interface RecordedNotification {
  readonly title: string;
  readonly body: string;
  isShown: boolean;
}

export interface RecordedWindow {
  readonly id: number;
  isVisible: boolean;
  isFocused: boolean;
  isFlashing: boolean;
  title: string;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Null where Electron does not tell. */
  webPreferences: Readonly<Record<string, unknown>> | null;
}

/** Of an app that did nothing yet. */
export const blankRecord: DesktopRecord = {
  badgeCount: 0,
  tray: null,
  notifications: [],
  dialogs: [],
  openedLinks: [],
  clipboardText: '',
  isStartedAtLogin: false,
  protocols: [],
  windows: [],
  appMenu: [],
  contextMenus: [],
  openedPaths: [],
  shortcuts: [],
  printedPages: 0,
  spellCheckLanguages: [],
};

export const record: DesktopRecord = structuredClone(blankRecord);
