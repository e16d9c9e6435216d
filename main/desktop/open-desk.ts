import { app, dialog, ipcMain, powerMonitor, shell } from 'electron';
import Store from 'electron-store';
import { PageEvents } from '../ipc/page-events.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import { TrustedSenders } from '../security/trusted-senders.ts';
import { languageOf, Speech } from '../words/words.ts';
import { readAbout } from './about.ts';
import { registerBridgeCalls } from './bridge-calls.ts';
import { createAskConsole } from './console-calls.ts';
import type { DeepLink } from './deep-link.ts';
import { createDeskNodes } from './desk-nodes.ts';
import { createDeskView } from './desk-view.ts';
import { createDesktopHandlers } from './desktop-handlers.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Log } from './log.ts';
import { createManners } from './manners.ts';
import { createMenuBar } from './menu-bar.ts';
import { createProbe } from './probe-node.ts';
import { quitInOrder } from './quit.ts';
import { createReplicaClient } from './replica-process.ts';
import { Settings } from './settings.ts';
import { showLink } from './show-link.ts';
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
  const settings = openSettings();
  const speech = new Speech(settings.read('language') ?? languageOf(app.getLocale()));
  const pages = new PageEvents();
  const senders = new TrustedSenders();
  const base = { outDir, userData, settings, speech, pages, senders, log };

  const quitting = quitInOrder(app, () => {
    const notice = unsentNotice(view.events.state, speech.words);
    if (notice !== null) view.notifier.say(notice);
    return nodes.connection.close();
  });
  const replica = createReplicaClient(outDir, log, (name, data) => view.events.receive(name, data));
  const ask = createAskConsole(replica);
  const view = createDeskView({ ...base, ask, isQuitting: quitting.isQuitting });
  const { notifier, windows } = view;
  const nodes = createDeskNodes({
    ...base,
    forcedNodeUrl: launch.nodeUrl,
    notifier,
    replica,
    onHostStatus: (status) => pages.tell('desktop', 'host', status),
  });
  const manners = createManners({
    ...base,
    onCalled: () => windows.main.show(),
    onUpdates: (status) => pages.tell('desktop', 'updates', status),
    onRerouted: () => void nodes.connection.reroute(),
  });
  const menuBar = createMenuBar({ ...base, windows, logDir, onLanguage: view.places.redraw });
  const handlers = createDesktopHandlers({
    ...base,
    ...nodes,
    electron: { dialog, shell },
    notifier,
    windows,
    manners,
    ask,
    probe: createProbe(nodes.findNodeProxy),
    about: readAbout,
    folders: { logDir, userData },
    onState: (state) => pages.tell('desktop', 'state', state),
    onMenu: menuBar.take,
  });
  registerBridgeCalls({ ...base, ipcMain, handlers, replica, onSeen: (uid) => view.events.noteSeen(uid) });
  followSystem(replica);

  return {
    connect: async (): Promise<void> => {
      await manners.apply();
      await nodes.connection.connect();
    },
    /** Shows the window, at what the link selects if there is one. */
    open: (link: DeepLink | null) => {
      if (link === null) windows.main.show();
      else void showLink(link, ask, windows);
    },
  };
}

/** The owner's alone; a file that cannot be read counts as none. */
const openSettings = (): Settings =>
  new Settings(new Store({ name: 'settings', configFileMode: 0o600, clearInvalidConfig: true }));

/** What the system tells the app. */
function followSystem(replica: ReplicaClient): void {
  powerMonitor.on('resume', () => replica.nudge());
  powerMonitor.on('unlock-screen', () => replica.nudge());
  app.on('browser-window-focus', (_event, window) => window.flashFrame(false));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
