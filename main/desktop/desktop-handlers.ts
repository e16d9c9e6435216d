import type { Dialog, Shell } from 'electron';
import type { DesktopMenu } from '#shared/protocol/desktop-menu.ts';
import type { About, DesktopState } from '#shared/protocol/desktop-state.ts';
import { openExternalLink } from '../security/external-links.ts';
import type { DeskWindows } from '../windows/desk-windows.ts';
import { checkNode } from './check-node.ts';
import type { AskConsole } from './console-calls.ts';
import type { DesktopHandlers } from './desktop-calls.ts';
import { createHelpHandlers } from './help-handlers.ts';
import type { HostedNode } from './hosted-node.ts';
import type { Manners } from './manners.ts';
import type { NodeConnection } from './node-connection.ts';
import type { Notifier } from './notifier.ts';
import type { Probe } from './probe-node.ts';
import type { Settings } from './settings.ts';
import { createWindowHandlers } from './window-handlers.ts';

interface HandlerParts {
  readonly electron: {
    readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
    readonly shell: Pick<Shell, 'openExternal' | 'openPath'>;
  };
  readonly settings: Settings;
  readonly connection: NodeConnection;
  readonly hostedNode: Pick<HostedNode, 'log' | 'status'>;
  readonly notifier: Pick<Notifier, 'test'>;
  readonly windows: Pick<DeskWindows, 'find' | 'tickets'>;
  readonly manners: Pick<Manners, 'apply' | 'isShortcutTaken' | 'updates'>;
  readonly ask: AskConsole;
  readonly probe: Probe;
  readonly about: () => About;
  readonly folders: { readonly logDir: string; readonly userData: string };
  /** Told after each change, however it came about. */
  readonly onState: (state: DesktopState) => void;
  readonly onMenu: (menu: DesktopMenu) => void;
}

function readDesktopState({ settings, connection, manners }: HandlerParts): DesktopState {
  return {
    ...connection.state,
    preferences: settings.read('preferences'),
    is_shortcut_taken: manners.isShortcutTaken(),
  };
}

/** What the app itself answers to its windows. */
export function createDesktopHandlers(parts: HandlerParts): DesktopHandlers {
  const { connection, electron, hostedNode, manners, settings } = parts;
  const tellState = (): DesktopState => {
    const state = readDesktopState(parts);
    parts.onState(state);
    return state;
  };
  return {
    ...createWindowHandlers({ ...parts, dialog: electron.dialog }),
    ...createHelp(parts),
    'desktop.state': () => readDesktopState(parts),
    'desktop.checkNode': ({ address }) => checkNode(address, parts.probe),
    'desktop.useNode': async ({ place }) => {
      await connection.use(place);
      return tellState();
    },
    'desktop.forgetNode': async ({ place }) => {
      await connection.forget(place);
      return tellState();
    },
    'desktop.saveHost': async (host) => {
      await connection.saveHost(host);
      return tellState();
    },
    'desktop.chooseDataFolder': async () => {
      const dataDir = await askForFolder(parts);
      if (dataDir !== null) await connection.saveHost({ data_dir: dataDir });
      return tellState();
    },
    'desktop.savePreferences': async (preferences) => {
      settings.write('preferences', preferences);
      await manners.apply();
      return tellState();
    },
    'desktop.host': () => hostedNode.status,
    'desktop.hostLog': () => hostedNode.log.lines,
    'desktop.restartHost': () => {
      connection.restartHost();
      return null;
    },
    'desktop.testNotification': () => parts.notifier.test(),
    'desktop.openExternal': async ({ url }) => {
      await openExternalLink(url, electron.shell);
      return null;
    },
  };
}

function createHelp(parts: HandlerParts) {
  const { about, ask, electron, folders, hostedNode, manners } = parts;
  return createHelpHandlers({
    ...electron,
    about,
    logDir: folders.logDir,
    updates: manners.updates,
    gather: async () => ({
      ...folders,
      about: about(),
      state: readDesktopState(parts),
      host: hostedNode.status,
      hostLog: hostedNode.log.lines,
      status: await ask('sync.status', {}),
      now: new Date(),
    }),
  });
}

/** A path comes from the system's own dialog alone, never from a page. */
async function askForFolder({ connection, electron }: HandlerParts): Promise<string | null> {
  const { filePaths, canceled } = await electron.dialog.showOpenDialog({
    title: 'Waypost',
    defaultPath: connection.state.host.data_dir,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
