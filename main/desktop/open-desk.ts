import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  Notification,
  powerMonitor,
  safeStorage,
  shell,
  Tray,
} from 'electron';
import Store from 'electron-store';
import { consoleCalls } from '#shared/protocol/ipc.ts';
import { toBridgeArgument } from '../ipc/bridge-names.ts';
import { PageEvents } from '../ipc/page-events.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import { TrustedSenders } from '../security/trusted-senders.ts';
import { MainWindow } from '../windows/main-window.ts';
import { appMenuTemplate } from './app-menu.ts';
import { showBadge } from './badge.ts';
import { bridgeNames, registerBridgeCalls } from './bridge-calls.ts';
import type { DeepLink } from './deep-link.ts';
import { DeskEvents } from './desk-events.ts';
import { createDesktopHandlers } from './desktop-handlers.ts';
import { HostedNode } from './hosted-node.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Log } from './log.ts';
import { NodeConnection } from './node-connection.ts';
import { Notifier } from './notifier.ts';
import { quitInOrder } from './quit.ts';
import { createReplicaClient } from './replica-process.ts';
import { Secrets } from './secrets.ts';
import { Settings } from './settings.ts';
import { setStartAtLogin } from './start-at-login.ts';
import { createTray } from './tray.ts';
import { unsentNotice } from './unsent-notice.ts';

const noKeychain = {
  title: 'You will have to sign in again',
  body: 'This computer has no keychain, so Waypost keeps your sign-in only until it ends.',
};

interface DeskInputs {
  /** build/out, or the same folder inside the package. */
  readonly outDir: string;
  readonly launch: LaunchOptions;
  readonly log: Log;
}

/** Puts the app together, after `ready`: each part is handed what it needs, and none finds it by itself. */
export function openDesk({ outDir, launch, log }: DeskInputs) {
  const userData = app.getPath('userData');
  const settings = new Settings(
    new Store({ name: 'settings', configFileMode: 0o600, clearInvalidConfig: true }),
  );
  const pages = new PageEvents();
  const senders = new TrustedSenders();
  const quitting = quitInOrder(app, () => {
    const notice = unsentNotice(events.state);
    if (notice !== null) notifier.say(notice);
    return connection.close();
  });

  const events = new DeskEvents({
    log,
    tellPages: (name, data) => pages.tell('console', name, data),
    onState: (state) => {
      tray.show(state);
      showBadge(app, state);
      if (state.session?.state === 'signed_out') notifier.closeAll();
    },
    onAlert: (alert) => notifier.show(alert),
  });
  const replica = createReplicaClient(outDir, log, (name, data) => events.receive(name, data));
  const hostedNode = new HostedNode({
    outDir,
    log,
    onStatus: (status) => pages.tell('desktop', 'host', status),
  });
  const connection = new NodeConnection({
    settings,
    forcedNodeUrl: launch.nodeUrl,
    consolesDir: join(userData, 'consoles'),
    secrets: new Secrets(safeStorage, log, () => notifier.say(noKeychain)),
    replica,
    defaultDataDir: join(userData, 'node'),
    createHost: (dataDir, onMoved) => hostedNode.create(dataDir, onMoved),
  });

  const window = new MainWindow({
    preloadPath: join(outDir, 'main/preload.cjs'),
    bridgeArgument: toBridgeArgument(bridgeNames),
    isDeveloped: !app.isPackaged,
    settings,
    senders,
    events: pages,
    log,
    isKeptInTray: () => settings.read('preferences').is_closed_to_tray && !quitting.isQuitting(),
  });
  const notifier = new Notifier({
    create: (options) => new Notification(options),
    isSupported: () => Notification.isSupported(),
    onOpen: (ticketUid) => window.showDestination({ ticket_uid: ticketUid }),
  });
  const tray = createTray({ Tray, Menu, nativeImage }, events.state, {
    open: () => window.show(),
    quit: () => app.quit(),
  });

  const handlers = createDesktopHandlers({
    electron: { dialog, shell },
    settings,
    connection,
    hostedNode,
    onState: (state) => pages.tell('desktop', 'state', state),
    onPreferences: ({ is_started_at_login: isWanted }) => setStartAtLogin(loginStart(), isWanted),
  });
  registerBridgeCalls({ ipcMain, handlers, log, pages, replica, senders });
  followSystem(replica);

  return {
    connect: () => connection.connect(),
    /** Shows the window, at what the link selects if there is one. */
    open: (link: DeepLink | null) => {
      window.show();
      if (link !== null) void showLink(link, replica, window);
    },
  };
}

function loginStart(): Parameters<typeof setStartAtLogin>[0] {
  const { APPIMAGE: image, XDG_CONFIG_HOME: configHome } = process.env;
  return {
    app,
    platform: process.platform,
    configDir: configHome ?? join(homedir(), '.config'),
    program: image ?? process.execPath,
  };
}

/** The app's menu, and what the system tells the app. */
function followSystem(replica: ReplicaClient): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenuTemplate({ isMac, isDeveloped: !app.isPackaged })));
  powerMonitor.on('resume', () => replica.nudge());
  powerMonitor.on('unlock-screen', () => replica.nudge());
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
}

/** A link names its ticket either way; a number is looked up among the tickets that are here. */
async function showLink(link: DeepLink, replica: ReplicaClient, window: MainWindow): Promise<void> {
  if ('view' in link) return window.showDestination(link);
  if ('uid' in link) return window.showDestination({ ticket_uid: link.uid });
  const found = consoleCalls['tickets.find'].result.safeParse(
    await valueOf(replica.call('tickets.find', link)),
  );
  if (found.success && found.data !== null) window.showDestination({ ticket_uid: found.data });
}

async function valueOf(answer: ReturnType<ReplicaClient['call']>): Promise<unknown> {
  const result = await answer;
  return result.ok ? result.value : null;
}
