import { join } from 'node:path';
import { BrowserWindow } from '../browser-window.ts';
import { Menu, nativeImage, Notification, Tray } from '../desktop-shell.ts';
import * as standIn from '../electron.ts';
import { standInApp } from '../electron-app.ts';
import { StandInUtilityProcess } from '../utility-process.ts';
import { nameOf, parseFile, walk } from './syntax-tree.ts';

/** The stand-in's double of each of Electron's types: objects and classes on which a member may be found. */
export function readImplementations(): ReadonlyMap<string, readonly object[]> {
  // Windows open in an app that is ready, and this one is never asked to show anything.
  standInApp.enableSandbox();
  standInApp.becomeReady();
  const window = new BrowserWindow({ show: false });
  const image = nativeImage.createFromBitmap(Buffer.alloc(4), { width: 1, height: 1 });
  const page = readPageDoubles();
  return new Map<string, object[]>([
    ['App', [standIn.app]],
    ['BrowserWindow', [BrowserWindow, window]],
    ['Clipboard', [standIn.clipboard]],
    ['ContextBridge', [page.get('contextBridge') ?? {}]],
    ['Dialog', [standIn.dialog]],
    ['GlobalShortcut', [standIn.globalShortcut]],
    ['IpcMain', [standIn.ipcMain]],
    ['IpcRenderer', [page.get('ipcRenderer') ?? {}]],
    ['Menu', [Menu, Menu.buildFromTemplate([])]],
    ['NativeImage', [standIn.nativeImage, image]],
    ['NativeTheme', [standIn.nativeTheme]],
    ['Net', [standIn.net]],
    ['Notification', [Notification, new Notification()]],
    ['PowerMonitor', [standIn.powerMonitor]],
    ['Protocol', [standIn.protocol]],
    ['SafeStorage', [standIn.safeStorage]],
    ['Screen', [standIn.screen]],
    ['Session', [standIn.session, standIn.session.defaultSession]],
    ['Shell', [standIn.shell]],
    ['Tray', [Tray, new Tray(image)]],
    ['UtilityProcess', [standIn.utilityProcess, StandInUtilityProcess.prototype]],
    ['WebContents', [window.webContents]],
  ]);
}

/** What the preload finds lives in the page, in a script that is sent there as text: it is read from its source. */
function readPageDoubles(): Map<string, Record<string, true>> {
  const doubles = new Map<string, Record<string, true>>();
  walk(parseFile(join(import.meta.dirname, '../page-script.ts')), (node) => {
    if (node.type !== 'CallExpression' || nameOf(node['callee']) !== 'refuseUnknown') return;
    const [name, object] = (node['arguments'] as { expression: { properties?: { key: unknown }[] } }[]).map(
      ({ expression }) => expression,
    );
    const members = (object?.properties ?? []).map(({ key }) => [nameOf(key) ?? '', true as const]);
    doubles.set(nameOf(name) ?? '', Object.fromEntries(members) as Record<string, true>);
  });
  return doubles;
}
