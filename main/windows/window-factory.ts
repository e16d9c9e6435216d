import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../desktop/log.ts';
import type { WindowBounds } from '../desktop/settings.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import type { TrustedSenders } from '../security/trusted-senders.ts';
import { chooseBounds } from './window-bounds.ts';
import { windowOptions } from './window-options.ts';

interface WindowFactoryOptions {
  readonly preloadPath: string;
  readonly bridgeArgument: string;
  readonly isDeveloped: boolean;
  readonly senders: TrustedSenders;
  readonly events: PageEvents;
  readonly log: Log;
  /** Called for each window, before it loads anything: manners that all of them share. */
  readonly prepare: (window: BrowserWindow) => void;
}

export interface WindowWish {
  /** One of the app's own pages. */
  readonly url: string;
  readonly remembered: WindowBounds | null;
  readonly defaultSize: { readonly width: number; readonly height: number };
  readonly rememberBounds: (bounds: WindowBounds) => void;
  /** Asked when the window is about to close; true keeps it, hidden. */
  readonly isKept: () => boolean;
  readonly onClosed: () => void;
}

/** Opens the app's windows, all with the same rights and the same bridge; each shows itself once it has something to show. */
export class WindowFactory {
  readonly #options: WindowFactoryOptions;

  constructor(options: WindowFactoryOptions) {
    this.#options = options;
  }

  open(wish: WindowWish): BrowserWindow {
    const { bridgeArgument, isDeveloped, log, preloadPath, prepare } = this.#options;
    const workAreas = screen.getAllDisplays().map((display) => display.workArea);
    const bounds = chooseBounds(wish.remembered, workAreas, wish.defaultSize);
    const isDark = nativeTheme.shouldUseDarkColors;
    const window = new BrowserWindow(
      windowOptions({ preloadPath, bridgeArgument, isDeveloped, isDark, bounds }),
    );
    this.#connect(window, wish);
    prepare(window);
    window.once('ready-to-show', () => {
      if (wish.remembered?.is_maximized === true) window.maximize();
      window.show();
    });
    window.loadURL(wish.url).catch((error: unknown) => {
      log('error', 'The page did not load', { reason: String(error) });
    });
    return window;
  }

  #connect(window: BrowserWindow, { isKept, onClosed, rememberBounds }: WindowWish): void {
    const { events, log, senders } = this.#options;
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
      const { x, y, width, height } = window.getNormalBounds();
      rememberBounds({ x, y, width, height, is_maximized: window.isMaximized() });
      if (!isKept()) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      senders.remove(id);
      events.remove(id);
      onClosed();
    });
  }
}
