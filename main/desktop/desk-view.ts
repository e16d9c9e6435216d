import { BrowserWindow } from 'electron';
import { toBridgeArgument } from '../ipc/bridge-names.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import type { TrustedSenders } from '../security/trusted-senders.ts';
import { createDeskWindows } from '../windows/desk-windows.ts';
import type { Speech } from '../words/words.ts';
import { createAlerting } from './alerting.ts';
import { bridgeNames } from './bridge-calls.ts';
import type { AskConsole } from './console-calls.ts';
import { DeskEvents } from './desk-events.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { createStatusPlaces } from './status-places.ts';

interface DeskViewParts {
  readonly outDir: string;
  readonly settings: Settings;
  readonly speech: Speech;
  readonly pages: PageEvents;
  readonly senders: TrustedSenders;
  readonly ask: AskConsole;
  readonly log: Log;
  readonly isQuitting: () => boolean;
}

/** Everything of the desk that its user sees: windows, notifications, tray and badge, all fed by what the replica tells. */
export function createDeskView({
  ask,
  log,
  outDir,
  pages,
  senders,
  settings,
  speech,
  isQuitting,
}: DeskViewParts) {
  const windows = createDeskWindows({
    outDir,
    bridgeArgument: toBridgeArgument(bridgeNames),
    settings,
    pages,
    senders,
    log,
    words: () => speech.words,
    isKeptInTray: () => settings.read('preferences').is_closed_to_tray && !isQuitting(),
  });
  const alerting = createAlerting({
    ask,
    speech,
    preferences: () => settings.read('preferences').notifications,
    windows: () => BrowserWindow.getAllWindows(),
    onOpen: (uid) => (uid === null ? windows.main.show() : windows.showTicket(uid)),
  });
  const places = createStatusPlaces({ ask, speech, windows });
  const events = new DeskEvents({
    log,
    tellPages: (name, data) => {
      pages.tell('console', name, data);
      if (name === 'changed') places.noteChanged();
    },
    onState: (state, before) => {
      places.show(state);
      if (state.session?.state !== 'signed_out' || before.session?.state === 'signed_out') return;
      // Nothing of the last user stays on the screen.
      alerting.clear();
      places.clear();
      windows.tickets.closeAll();
    },
    onAlert: alerting.alert,
  });
  return { windows, notifier: alerting.notifier, places, events };
}
