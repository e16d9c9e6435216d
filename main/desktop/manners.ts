import { app, globalShortcut, session } from 'electron';
import type { Preferences, UpdateStatus } from '#shared/protocol/desktop-state.ts';
import { AppShortcut } from './global-shortcut.ts';
import type { Log } from './log.ts';
import { loginStart } from './login-start.ts';
import { proxyConfigOf } from './proxy.ts';
import type { Settings } from './settings.ts';
import { setStartAtLogin } from './start-at-login.ts';
import { Updates } from './updates.ts';

interface MannersParts {
  readonly settings: Settings;
  readonly log: Log;
  /** The global shortcut was pressed. */
  readonly onCalled: () => void;
  readonly onUpdates: (status: UpdateStatus) => void;
  /** The way to the node is another one now. */
  readonly onRerouted: () => void;
}

/** Has the system and Chromium behave as the preferences say, from the start and after each change of them. */
export function createManners({ log, onCalled, onRerouted, onUpdates, settings }: MannersParts) {
  const shortcut = new AppShortcut(globalShortcut, onCalled);
  const updates = new Updates({
    load: async () => (await import('electron-updater')).default.autoUpdater,
    currentVersion: app.getVersion(),
    isInstalled: app.isPackaged,
    proxy: () => proxyConfigOf(settings.read('preferences').proxy),
    now: Date.now,
    log,
    onStatus: onUpdates,
  });
  let isShortcutTaken = false;
  let routedBy = '';

  async function route({ proxy }: Preferences): Promise<void> {
    const text = JSON.stringify(proxy);
    if (text === routedBy) return;
    const isFirst = routedBy === '';
    routedBy = text;
    await session.defaultSession.setProxy(proxyConfigOf(proxy));
    if (!isFirst) onRerouted();
  }

  function checkSpelling({ spell_check: languages }: Preferences): void {
    const { availableSpellCheckerLanguages: available } = session.defaultSession;
    // macOS checks by itself, in the languages that it is set to.
    session.defaultSession.setSpellCheckerEnabled(available.length === 0 || languages.length > 0);
    if (available.length === 0) return;
    session.defaultSession.setSpellCheckerLanguages(
      languages.filter((language) => available.includes(language)),
    );
  }

  return {
    updates,
    isShortcutTaken: () => isShortcutTaken,
    /** Settles once the network goes the chosen way. */
    apply: async (): Promise<void> => {
      const preferences = settings.read('preferences');
      setStartAtLogin(loginStart(), preferences.is_started_at_login);
      isShortcutTaken = !shortcut.set(preferences.global_shortcut);
      checkSpelling(preferences);
      updates.configure(preferences.update_url);
      await route(preferences);
    },
  };
}

export type Manners = ReturnType<typeof createManners>;
