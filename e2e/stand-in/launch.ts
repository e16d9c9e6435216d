// Runs a built main bundle on the stand-in: `node e2e/stand-in/launch.ts build/out/main/index.js [arguments]`.

import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeAllWindows } from './browser-window.ts';
import { standInBrowser } from './browser.ts';
import { listenToSpec } from './control.ts';
import { standInApp } from './electron-app.ts';

const [mainPath, ...args] = process.argv.slice(2);
if (mainPath === undefined) throw new Error('Name the built main bundle to run');

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
process.argv = [process.execPath, resolve(mainPath), ...args];
Object.defineProperty(process, 'type', { value: 'browser' });
// What Electron adds to Node's own: the app tells them to its user.
for (const name of ['electron', 'chrome'])
  Object.defineProperty(process.versions, name, { value: 'stand-in' });

standInApp.endSteps = {
  closeWindows: closeAllWindows,
  closeBrowser: () => standInBrowser.close(),
};
if (process.connected) listenToSpec();
await import(pathToFileURL(resolve(mainPath)).href);
standInApp.becomeReady();
