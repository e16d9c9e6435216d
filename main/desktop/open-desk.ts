import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  powerMonitor,
  safeStorage,
  shell,
  Tray,
} from 'electron';
import Store from 'electron-store';
import type { Preferences } from '#shared/protocol/desktop-state.ts';
import { toBridgeArgument } from '../ipc/bridge-names.ts';
import { PageEvents } from '../ipc/page-events.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import { TrustedSenders } from '../security/trusted-senders.ts';
import { createDeskWindows, type DeskWindows } from '../windows/desk-windows.ts';
import { languageOf, Speech } from '../words/words.ts';
import { createAlerting } from './alerting.ts';
import { showBadge } from './badge.ts';
import { bridgeNames, registerBridgeCalls } from './bridge-calls.ts';
import { createAskConsole, type AskConsole } from './console-calls.ts';
import type { DeepLink } from './deep-link.ts';
import { DeskEvents } from './desk-events.ts';
import { createDesktopHandlers } from './desktop-handlers.ts';
import { AppShortcut } from './global-shortcut.ts';
import { HostedNode } from './hosted-node.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Log } from './log.ts';
import { loginStart } from './login-start.ts';
import { createMenuBar } from './menu-bar.ts';
import { NodeConnection } from './node-connection.ts';
import { quitInOrder } from './quit.ts';
import { createReplicaClient } from './replica-process.ts';
import { Secrets } from './secrets.ts';
import { Settings } from './settings.ts';
import { setStartAtLogin } from './start-at-login.ts';
import type { DeskState } from './status-line.ts';
import { createTray } from './tray.ts';
import { TrayExtrasReader } from './tray-extras.ts';
import { unsentNotice } from './unsent-notice.ts';

interface DeskInputs {
  /** build/out, or the same folder inside the package. */
  readonly outDir: string;
  readonly logDir: string;
  readonly launch: LaunchOptions;
  readonly log: Log;
}

/** Puts the app together, after `ready`: each part is handed what it needs, and none finds it by itself. */
export function openDesk({ outDir, logDir, launch, log }: DeskInputs) {
  const userData = app.getPath('userData');
  const settings = new Settings(
    new Store({ name: 'settings', configFileMode: 0o600, clearInvalidConfig: true }),
  );
  const speech = new Speech(settings.read('language') ?? languageOf(app.getLocale()));
  const pages = new PageEvents();
  const senders = new TrustedSenders();
  const quitting = quitInOrder(app, () => {
    const notice = unsentNotice(events.state, speech.words);
    if (notice !== null) notifier.say(notice);
    return connection.close();
  });

  const replica = createReplicaClient(outDir, log, (name, data) => events.receive(name, data));
  const ask = createAskConsole(replica);
  const windows = createDeskWindows({
    outDir,
    bridgeArgument: toBridgeArgument(bridgeNames),
    settings,
    pages,
    senders,
    log,
    words: () => speech.words,
    isKeptInTray: () => settings.read('preferences').is_closed_to_tray && !quitting.isQuitting(),
  });
  const { alert, clear, notifier } = createAlerting({
    ask,
    speech,
    preferences: () => settings.read('preferences').notifications,
    windows: () => BrowserWindow.getAllWindows(),
    onOpen: (uid) => (uid === null ? windows.main.show() : windows.showTicket(uid)),
  });
  const extras = new TrayExtrasReader({ ask, onChanged: () => showTray() });
  const tray = createTray({ Tray, Menu, nativeImage }, () => speech.words, {
    open: () => windows.main.show(),
    openTicket: windows.showTicket,
    setAvailable: (isAvailable) => void extras.setAvailable(isAvailable),
    openSettings: () => windows.main.deliver('show', { what: 'settings' }),
    quit: () => app.quit(),
  });
  const showTray = (): void => tray.show(events.state, extras.extras);
  const events = new DeskEvents({
    log,
    tellPages: (name, data) => {
      pages.tell('console', name, data);
      if (name === 'changed') extras.askTickets();
    },
    onState: (state, before) => {
      showTray();
      showBadge({ app, nativeImage, overlaid: findOverlaid }, state);
      followSession(state, before);
    },
    onAlert: alert,
  });
  function followSession(state: DeskState, before: DeskState): void {
    if (state.session?.state === 'signed_out' && before.session?.state !== 'signed_out') {
      clear();
      extras.clear();
      windows.tickets.closeAll();
    }
    const isLive = state.status?.connection.state === 'live';
    if (isLive && before.status?.connection.state !== 'live') void extras.askAvailability();
  }

  const hostedNode = new HostedNode({
    outDir,
    log,
    words: () => speech.words,
    onStatus: (status) => pages.tell('desktop', 'host', status),
  });
  const connection = new NodeConnection({
    settings,
    forcedNodeUrl: launch.nodeUrl,
    consolesDir: join(userData, 'consoles'),
    secrets: new Secrets(safeStorage, log, () => notifier.say(speech.words.keychain)),
    replica,
    defaultDataDir: join(userData, 'node'),
    createHost: (dataDir, onMoved) => hostedNode.create(dataDir, onMoved),
  });
  const shortcut = new AppShortcut(globalShortcut, () => windows.main.show());
  const menuBar = createMenuBar({ windows, pages, speech, logDir });
  menuBar.show({ commands: [], language: speech.language });
  let isShortcutTaken = false;
  const apply = ({ is_started_at_login: isStarted, global_shortcut: accelerator }: Preferences): void => {
    setStartAtLogin(loginStart(), isStarted);
    isShortcutTaken = !shortcut.set(accelerator);
  };
  apply(settings.read('preferences'));

  const handlers = createDesktopHandlers({
    electron: { dialog, shell },
    settings,
    connection,
    hostedNode,
    notifier,
    windows,
    isShortcutTaken: () => isShortcutTaken,
    onState: (state) => pages.tell('desktop', 'state', state),
    onPreferences: apply,
    onMenu: (menu) => {
      settings.write('language', menu.language);
      speech.use(menu.language);
      menuBar.show(menu);
      showTray();
    },
  });
  registerBridgeCalls({
    ipcMain,
    handlers,
    log,
    pages,
    replica,
    senders,
    onSeen: (uid) => events.noteSeen(uid),
  });
  showTray();
  followSystem(replica);

  return {
    connect: () => connection.connect(),
    /** Shows the window, at what the link selects if there is one. */
    open: (link: DeepLink | null) => {
      if (link === null) windows.main.show();
      else void showLink(link, ask, windows);
    },
  };
}

/** Windows alone puts marks on its taskbar's buttons. */
function findOverlaid(): BrowserWindow[] {
  return process.platform === 'win32' ? BrowserWindow.getAllWindows() : [];
}

/** What the system tells the app. */
function followSystem(replica: ReplicaClient): void {
  powerMonitor.on('resume', () => replica.nudge());
  powerMonitor.on('unlock-screen', () => replica.nudge());
  app.on('browser-window-focus', (_event, window) => window.flashFrame(false));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** A link names its ticket either way; a number is looked up among the tickets that are here. */
async function showLink(link: DeepLink, ask: AskConsole, windows: DeskWindows): Promise<void> {
  windows.main.show();
  if ('view' in link) return windows.main.showDestination(link);
  const uid = 'uid' in link ? link.uid : await ask('tickets.find', link);
  if (uid !== null) windows.showTicket(uid);
}
