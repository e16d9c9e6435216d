import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Destination } from '#shared/protocol/desktop-ipc.ts';
import type { Log } from '../desktop/log.ts';
import type { Settings } from '../desktop/settings.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import { appStartUrl } from '../security/app-scheme.ts';
import type { TrustedSenders } from '../security/trusted-senders.ts';
import { chooseBounds } from './window-bounds.ts';
import { mainWindowOptions } from './window-options.ts';

interface MainWindowOptions {
  readonly preloadPath: string;
  readonly bridgeArgument: string;
  readonly isDeveloped: boolean;
  readonly settings: Settings;
  readonly senders: TrustedSenders;
  readonly events: PageEvents;
  readonly log: Log;
  /** Whether closing the window leaves the app in the tray. */
  readonly isKeptInTray: () => boolean;
}

/** The app's one main window: opened when first shown, hidden rather than closed while the tray keeps the app. */
export class MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | undefined;

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  /** Brings the window to the front; a new one shows itself once it has something to show. */
  show(): void {
    if (this.#window === undefined) {
      this.#open();
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Shows the window with a ticket or a view in it. */
  showDestination(destination: Destination): void {
    this.show();
    if (this.#window === undefined) return;
    this.#options.events.deliver(this.#window.webContents.id, 'desktop', 'navigate', destination);
  }

  #open(): void {
    const { bridgeArgument, isDeveloped, log, preloadPath, settings } = this.#options;
    const remembered = settings.read('main_window');
    const workAreas = screen.getAllDisplays().map((display) => display.workArea);
    const bounds = chooseBounds(remembered, workAreas);
    const isDark = nativeTheme.shouldUseDarkColors;
    const window = new BrowserWindow(
      mainWindowOptions({ preloadPath, bridgeArgument, isDeveloped, isDark, bounds }),
    );
    this.#window = window;
    this.#connect(window);
    window.once('ready-to-show', () => {
      if (remembered?.is_maximized === true) window.maximize();
      window.show();
    });
    window.loadURL(appStartUrl).catch((error: unknown) => {
      log('error', 'The page did not load', { reason: String(error) });
    });
  }

  #connect(window: BrowserWindow): void {
    const { events, isKeptInTray, log, senders } = this.#options;
    const contents = window.webContents;
    const { id } = contents;
    senders.add(id);
    events.add(contents);
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) events.reset(id);
    });
    contents.on('render-process-gone', (_event, details) => {
      log('error', 'The page’s process ended', { reason: details.reason });
      if (details.reason !== 'clean-exit') contents.reload();
    });
    window.on('close', (event) => {
      this.#rememberBounds(window);
      if (!isKeptInTray()) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      senders.remove(id);
      events.remove(id);
      this.#window = undefined;
    });
  }

  #rememberBounds(window: BrowserWindow): void {
    const { x, y, width, height } = window.getNormalBounds();
    this.#options.settings.write('main_window', { x, y, width, height, is_maximized: window.isMaximized() });
  }
}
