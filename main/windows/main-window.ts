import type { BrowserWindow } from 'electron';
import type { DesktopEvent, DesktopEventData, Destination } from '#shared/protocol/desktop-ipc.ts';
import type { Settings } from '../desktop/settings.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import { appStartUrl } from '../security/app-scheme.ts';
import { bringToFront } from './bring-to-front.ts';
import type { WindowFactory } from './window-factory.ts';

interface MainWindowOptions {
  readonly factory: WindowFactory;
  readonly settings: Settings;
  readonly events: PageEvents;
  /** Whether closing the window leaves the app in the tray. */
  readonly isKeptInTray: () => boolean;
}

const defaultSize = { width: 1280, height: 832 } as const;

/** The app's one main window: opened when first shown, hidden rather than closed while the tray keeps the app. */
export class MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | undefined;

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  /** Brings the window to the front; a new one shows itself once it has something to show. */
  show(): void {
    if (this.#window === undefined) this.#window = this.#open();
    else bringToFront(this.#window);
  }

  /** Shows the window with a ticket or a view in it. */
  showDestination(destination: Destination): void {
    this.deliver('navigate', destination);
  }

  /** Shows the window and tells it something, once it listens. */
  deliver<Event extends DesktopEvent>(event: Event, data: DesktopEventData<Event>): void {
    this.show();
    if (this.#window === undefined) return;
    this.#options.events.deliver(this.#window.webContents.id, 'desktop', event, data);
  }

  #open(): BrowserWindow {
    const { factory, isKeptInTray, settings } = this.#options;
    return factory.open({
      url: appStartUrl,
      remembered: settings.read('main_window'),
      defaultSize,
      rememberBounds: (bounds) => settings.write('main_window', bounds),
      isKept: isKeptInTray,
      onClosed: () => {
        this.#window = undefined;
      },
    });
  }
}
