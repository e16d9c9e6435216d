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
}

export interface RecordedMenuItem {
  readonly label: string;
  readonly isEnabled: boolean;
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
  /** Null where Electron does not tell. */
  webPreferences: Readonly<Record<string, unknown>> | null;
}

export const record: DesktopRecord = {
  badgeCount: 0,
  tray: null,
  notifications: [],
  dialogs: [],
  openedLinks: [],
  clipboardText: '',
  isStartedAtLogin: false,
  protocols: [],
  windows: [],
};
