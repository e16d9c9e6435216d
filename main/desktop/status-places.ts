import { app, BrowserWindow, Menu, nativeImage, Tray } from 'electron';
import type { DeskWindows } from '../windows/desk-windows.ts';
import type { Speech } from '../words/words.ts';
import { showBadge } from './badge.ts';
import type { AskConsole } from './console-calls.ts';
import { emptyDesk, type DeskState } from './status-line.ts';
import { createTray } from './tray.ts';
import { TrayExtrasReader } from './tray-extras.ts';

interface StatusParts {
  readonly ask: AskConsole;
  readonly speech: Speech;
  readonly windows: DeskWindows;
}

/** Where the desk's state shows while nobody looks at its windows: the tray, and the badge on the app's icon. */
export function createStatusPlaces({ ask, speech, windows }: StatusParts) {
  let state = emptyDesk;
  const extras = new TrayExtrasReader({ ask, onChanged: () => showTray() });
  const tray = createTray({ Tray, Menu, nativeImage }, () => speech.words, {
    open: () => windows.main.show(),
    openTicket: windows.showTicket,
    setAvailable: (isAvailable) => void extras.setAvailable(isAvailable),
    openSettings: () => windows.main.deliver('show', { what: 'settings' }),
    quit: () => app.quit(),
  });
  const showTray = (): void => tray.show(state, extras.extras);
  showTray();

  return {
    /** Draws it anew, in the language in force. */
    redraw: showTray,
    show: (next: DeskState): void => {
      const before = state;
      state = next;
      showTray();
      showBadge({ app, nativeImage, overlaid: findOverlaid }, next);
      const wasLive = before.status?.connection.state === 'live';
      if (!wasLive && next.status?.connection.state === 'live') void extras.askAvailability();
    },
    noteChanged: () => extras.askTickets(),
    clear: () => extras.clear(),
  };
}

/** Windows alone puts marks on its taskbar's buttons. */
function findOverlaid(): BrowserWindow[] {
  return process.platform === 'win32' ? BrowserWindow.getAllWindows() : [];
}
