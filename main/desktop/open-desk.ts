import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  net,
  Notification,
  powerMonitor,
  safeStorage,
  shell,
  Tray,
  utilityProcess,
} from 'electron';
import Store from 'electron-store';
import { consoleCalls, consoleEvents, desktopCalls, desktopEvents } from '#shared/protocol/ipc.ts';
import { toBridgeArgument } from '../ipc/bridge-names.ts';
import { IpcGate } from '../ipc/ipc-gate.ts';
import { PageEvents } from '../ipc/page-events.ts';
import { inheritEnvironment } from '../node-host/node-environment.ts';
import { NodeHost } from '../node-host/node-host.ts';
import { ReplicaClient } from '../replica/replica-client.ts';
import { openExternalLink } from '../security/external-links.ts';
import { TrustedSenders } from '../security/trusted-senders.ts';
import { MainWindow } from '../windows/main-window.ts';
import { appMenuTemplate } from './app-menu.ts';
import { showBadge } from './badge.ts';
import type { DeepLink } from './deep-link.ts';
import { DeskEvents } from './desk-events.ts';
import { answerDesktopCalls } from './desktop-calls.ts';
import { showFirstPassword } from './first-password.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Log } from './log.ts';
import { NodeConnection } from './node-connection.ts';
import { Notifier } from './notifier.ts';
import { quitInOrder } from './quit.ts';
import { Secrets } from './secrets.ts';
import { Settings } from './settings.ts';
import { createTray } from './tray.ts';

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
  const quitting = quitInOrder(app, () => connection.close());

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
  const connection = new NodeConnection({
    settings,
    forcedNodeUrl: launch.nodeUrl,
    consolesDir: join(userData, 'consoles'),
    secrets: new Secrets(safeStorage, log),
    replica,
    createHost: (onMoved) => createNodeHost({ outDir, dataDir: join(userData, 'node'), log, onMoved }),
  });

  const window = new MainWindow({
    preloadPath: join(outDir, 'main/preload.cjs'),
    bridgeArgument: bridgeArgument(),
    isDeveloped: !app.isPackaged,
    settings,
    senders,
    events: pages,
    log,
    isKeptInTray: () => connection.settings.is_closed_to_tray && !quitting.isQuitting(),
  });
  const notifier = new Notifier({
    create: (options) => new Notification(options),
    isSupported: () => Notification.isSupported(),
    onOpen: (ticketUid) => window.showTicket(ticketUid),
  });
  const tray = createTray({ Tray, Menu, nativeImage }, events.state, {
    open: () => window.show(),
    quit: () => app.quit(),
  });

  registerIpc({ connection, log, pages, replica, senders });
  followSystem(replica);

  return {
    connect: () => connection.connect(),
    /** Shows the window, at the linked ticket if there is one. */
    open: (link: DeepLink | null) => {
      window.show();
      if (link !== null) void showLink(link, replica, window);
    },
  };
}

function createReplicaClient(
  outDir: string,
  log: Log,
  onEvent: (name: string, data: unknown) => void,
): ReplicaClient {
  const path = join(outDir, 'main/replica.js');
  return new ReplicaClient({
    fork: () =>
      utilityProcess.fork(path, [], {
        env: inheritEnvironment(process.env),
        serviceName: 'Waypost replica',
      }),
    onEvent,
    log,
  });
}

interface NodeHostInputs {
  readonly outDir: string;
  readonly dataDir: string;
  readonly log: Log;
  readonly onMoved: (url: string) => void;
}

function createNodeHost({ outDir, dataDir, log, onMoved }: NodeHostInputs): NodeHost {
  const path = join(outDir, 'server/start.js');
  return new NodeHost({
    fork: (args, options) => utilityProcess.fork(path, args, options),
    fetch: (url, init) => net.fetch(url, init),
    env: process.env,
    dataDir,
    log,
    onFirstPassword: (account) => void showFirstPassword(account, { dialog, clipboard }),
    onMoved,
  });
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

interface IpcParts {
  readonly connection: NodeConnection;
  readonly log: Log;
  readonly pages: PageEvents;
  readonly replica: ReplicaClient;
  readonly senders: TrustedSenders;
}

function registerIpc({ connection, log, pages, replica, senders }: IpcParts): void {
  const gate = new IpcGate({ ipcMain, isTrusted: (event) => senders.isTrusted(event), log });
  gate.registerCalls('console', consoleCalls, (name, args) => replica.call(name, args));
  gate.registerCalls(
    'desktop',
    desktopCalls,
    answerDesktopCalls({
      'desktop.settings': () => connection.settings,
      'desktop.saveSettings': (settings) => connection.save(settings),
      'desktop.openExternal': async ({ url }) => {
        await openExternalLink(url, shell);
        return null;
      },
    }),
  );
  gate.onListening((pageId, group, name) => pages.noteListening(pageId, group, name));
}

function bridgeArgument(): string {
  return toBridgeArgument({
    console: { calls: Object.keys(consoleCalls), events: Object.keys(consoleEvents) },
    desktop: { calls: Object.keys(desktopCalls), events: Object.keys(desktopEvents) },
  });
}

/** A link names its ticket either way; a number is looked up among the tickets that are here. */
async function showLink(link: DeepLink, replica: ReplicaClient, window: MainWindow): Promise<void> {
  if ('uid' in link) {
    window.showTicket(link.uid);
    return;
  }
  const found = consoleCalls['tickets.find'].result.safeParse(
    await valueOf(replica.call('tickets.find', link)),
  );
  if (found.success && found.data !== null) window.showTicket(found.data);
}

async function valueOf(answer: ReturnType<ReplicaClient['call']>): Promise<unknown> {
  const result = await answer;
  return result.ok ? result.value : null;
}
