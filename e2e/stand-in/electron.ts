// What `import ... from 'electron'` finds in the main process when it runs on the stand-in.

import { BrowserWindow } from './browser-window.ts';
import { Menu, nativeImage as plainNativeImage, Notification, Tray } from './desktop-shell.ts';
import { standInApp } from './electron-app.ts';
import { standInIpcMain } from './ipc-main.ts';
import { protocol as plainProtocol } from './protocol.ts';
import { session as plainSession } from './session.ts';
import { strict } from './strict.ts';
import * as system from './system.ts';
import { utilityProcess as plainUtilityProcess } from './utility-process.ts';

export { BrowserWindow, Menu, Notification, Tray };

export const app = strict('app', standInApp);
export const clipboard = strict('clipboard', system.clipboard);
export const dialog = strict('dialog', system.dialog);
export const globalShortcut = strict('globalShortcut', system.globalShortcut);
export const ipcMain = strict('ipcMain', standInIpcMain);
export const nativeImage = strict('nativeImage', plainNativeImage);
export const nativeTheme = strict('nativeTheme', system.nativeTheme);
export const net = strict('net', system.net);
export const powerMonitor = strict('powerMonitor', system.powerMonitor);
export const protocol = strict('protocol', plainProtocol);
export const safeStorage = strict('safeStorage', system.safeStorage);
export const screen = strict('screen', system.screen);
export const session = strict('session', {
  defaultSession: strict('Session', plainSession.defaultSession),
});
export const shell = strict('shell', system.shell);
export const utilityProcess = strict('utilityProcess', plainUtilityProcess);

/** Packages that are older than ES modules read everything from here. */
const electron = strict('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
});
// oxlint-disable-next-line import/no-default-export -- Electron has one
export default electron;
