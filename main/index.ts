// Electron's main process: it opens the window, keeps the desk's two processes running (the replica, and the node when
// this computer hosts one) and passes the page's calls on to them. It holds no tickets and opens no database itself.
// The boot phases follow in their order; whatever must come before `ready` is in `prepare`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, protocol, session } from 'electron';
import { deepLinkScheme, parseDeepLink } from './desktop/deep-link.ts';
import { readLaunchOptions, type LaunchOptions } from './desktop/launch-options.ts';
import { findLink, readLinkFile } from './desktop/link-file.ts';
import { openLog } from './desktop/log.ts';
import { openDesk } from './desktop/open-desk.ts';
import { trustSystemCertificates } from './replica/trust-system.ts';
import { appScheme, appSchemeRegistration } from './security/app-scheme.ts';
import { findDangerousSwitch } from './security/launch-switches.ts';
import { guardNavigation } from './security/navigation.ts';
import { restrictPermissions } from './security/permissions.ts';
import { createAppHandler } from './security/serve-app.ts';

/** This bundle lies in build/out/main, beside everything else that was built. */
const outDir = join(import.meta.dirname, '..');

const launch = readLaunchOptions(process.argv, process.env);
// Tests of an app that is not packaged drive it by such switches.
const dangerousSwitch = app.isPackaged ? findDangerousSwitch(process.argv) : null;
useDataDir(launch.dataDir);
if (dangerousSwitch !== null) {
  console.error(`Waypost does not start with --${dangerousSwitch}`);
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  prepare();
  // @NOTE: no top-level await: Electron is `ready` only after this module has run to its end.
  void app.whenReady().then(() => start(launch));
} else {
  app.quit();
}

function useDataDir(dataDir: string | null): void {
  if (dataDir === null) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', dataDir);
}

/** Before `ready`: these are without effect later. */
function prepare(): void {
  app.enableSandbox();
  // Windows shows notifications only for an app that it knows; the name is the installer's.
  if (process.platform === 'win32') app.setAppUserModelId('app.waypost.desktop');
  protocol.registerSchemesAsPrivileged([appSchemeRegistration]);
  guardNavigation(app);
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme);
}

async function start(options: LaunchOptions): Promise<void> {
  const logDir = join(app.getPath('userData'), 'logs');
  const log = openLog(logDir, Date.now);
  process.on('unhandledRejection', (reason) => {
    log('error', 'Unhandled rejection', { reason: reason instanceof Error ? reason.stack : typeof reason });
  });
  trustSystemCertificates();
  restrictPermissions(session.defaultSession);
  protocol.handle(appScheme, createAppHandler(join(outDir, 'renderer')));

  const desk = openDesk({ outDir, logDir, launch: options, log });
  app.on('second-instance', (_event, argv) => desk.open(findLink(argv)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    desk.open(parseDeepLink(url));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    desk.open(readLinkFile(path));
  });
  app.on('activate', () => desk.open(null));
  if (!options.isHidden || options.deepLink !== null) desk.open(options.deepLink);
  await desk.connect();
}
