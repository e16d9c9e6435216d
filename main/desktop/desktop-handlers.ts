import type { Dialog, Shell } from 'electron';
import type { DesktopState, Preferences } from '#shared/protocol/desktop-state.ts';
import { openExternalLink } from '../security/external-links.ts';
import { checkNode } from './check-node.ts';
import type { DesktopMenu } from '#shared/protocol/desktop-menu.ts';
import type { DeskWindows } from '../windows/desk-windows.ts';
import type { DesktopHandlers } from './desktop-calls.ts';
import type { HostedNode } from './hosted-node.ts';
import type { NodeConnection } from './node-connection.ts';
import type { Notifier } from './notifier.ts';
import type { Settings } from './settings.ts';
import { createWindowHandlers } from './window-handlers.ts';

interface HandlerParts {
  readonly electron: {
    readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
    readonly shell: Pick<Shell, 'openExternal'>;
  };
  readonly settings: Settings;
  readonly connection: NodeConnection;
  readonly hostedNode: Pick<HostedNode, 'log' | 'status'>;
  readonly notifier: Pick<Notifier, 'test'>;
  readonly windows: Pick<DeskWindows, 'find' | 'tickets'>;
  /** Whether another program has the key combination already. */
  readonly isShortcutTaken: () => boolean;
  /** Told after each change, however it came about. */
  readonly onState: (state: DesktopState) => void;
  /** What was chosen is to be so from now on. */
  readonly onPreferences: (preferences: Preferences) => void;
  readonly onMenu: (menu: DesktopMenu) => void;
}

function readDesktopState({ settings, connection, isShortcutTaken }: HandlerParts): DesktopState {
  return {
    ...connection.state,
    preferences: settings.read('preferences'),
    is_shortcut_taken: isShortcutTaken(),
  };
}

/** What the app itself answers to its windows. */
export function createDesktopHandlers(parts: HandlerParts): DesktopHandlers {
  const { connection, hostedNode, settings } = parts;
  const tellState = (): DesktopState => {
    const state = readDesktopState(parts);
    parts.onState(state);
    return state;
  };
  return {
    ...createWindowHandlers({ ...parts, dialog: parts.electron.dialog }),
    'desktop.state': () => readDesktopState(parts),
    'desktop.checkNode': ({ address }) => checkNode(address),
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
    'desktop.savePreferences': (preferences) => {
      settings.write('preferences', preferences);
      parts.onPreferences(preferences);
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
      await openExternalLink(url, parts.electron.shell);
      return null;
    },
  };
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
