// What a spec may do around the app that runs on the stand-in, and the road by which it does.

import { BrowserWindow } from './browser-window.ts';
import { standInBrowser } from './browser.ts';
import { Menu, notifications, trays } from './desktop-shell.ts';
import { standInApp } from './electron-app.ts';
import { record, type DesktopRecord } from './record.ts';
import { askPermission } from './session.ts';
import { chosenPaths, powerMonitor, pressShortcut } from './system.ts';

export interface StandInCommands {
  /** Where Playwright connects to the app's browser, once a window is open. */
  endpoint: () => Promise<string>;
  read: () => DesktopRecord;
  /** Clicks the notification at this place of `record.notifications`. */
  clickNotification: (index: number) => void;
  clickTray: () => void;
  pressTrayItem: (label: string) => void;
  /** As when the person closes the window. */
  closeWindow: () => void;
  /** The app was started a second time, for instance by a link. */
  startAgain: (argv: string[]) => void;
  askPermission: (permission: string, requestingUrl: string) => Promise<boolean>;
  wakeUp: () => void;
  /** What the person chooses in the next dialog for a file or a folder. */
  choosePath: (path: string) => void;
  /** Chooses a line of the app's menu, `File > Print…`. */
  pressAppMenu: (path: string) => void;
  pressShortcut: (accelerator: string) => void;
  /** A right click, on what these say, in the window in front. */
  openContextMenu: (clicked: object) => void;
  /** Writes into the notification at this place of `record.notifications`. */
  replyToNotification: (index: number, reply: string) => void;
  quit: () => void;
}

export type StandInCommand = keyof StandInCommands;

export interface CommandMessage {
  readonly id: number;
  readonly name: StandInCommand;
  readonly args: unknown[];
}

export interface CommandAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

const commands: StandInCommands = {
  endpoint: () => standInBrowser.endpoint(),
  read: () => record,
  clickNotification: (index) => {
    const notification = notifications[index];
    if (notification === undefined) throw new Error(`There is no notification ${index}`);
    notification.emit('click', {});
  },
  clickTray: () => onlyTray().emit('click', {}),
  pressTrayItem: (label) => onlyTray().pressMenuItem(label),
  closeWindow: () => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  },
  startAgain: (argv) => {
    standInApp.emit('second-instance', {}, argv, process.cwd(), null);
  },
  askPermission,
  wakeUp: () => {
    powerMonitor.emit('resume');
  },
  choosePath: (path) => void chosenPaths.push(path),
  pressAppMenu: (path) => Menu.pressApplicationMenu(path),
  pressShortcut,
  openContextMenu: (clicked) => {
    BrowserWindow.getFocusedWindow()?.webContents.emit('context-menu', {}, clicked);
  },
  replyToNotification: (index, reply) => {
    notifications[index]?.emit('reply', { reply });
  },
  quit: () => standInApp.quit(),
};

function onlyTray() {
  const tray = trays[0];
  if (tray === undefined) throw new Error('The app has no tray');
  return tray;
}

/** Answers the commands of the process that started this one. */
export function listenToSpec(): void {
  process.on('message', (message: CommandMessage) => void answer(message));
  // A spec that died must not leave a browser behind.
  process.on('disconnect', () => standInApp.exit(1));
}

async function answer({ id, name, args }: CommandMessage): Promise<void> {
  const reply = (rest: Omit<CommandAnswer, 'id'>): void => {
    if (process.connected) process.send?.({ id, ...rest } satisfies CommandAnswer);
  };
  try {
    const command = commands[name] as (...args: unknown[]) => unknown;
    reply({ value: await command(...args) });
  } catch (error) {
    reply({ error: String(error) });
  }
}
