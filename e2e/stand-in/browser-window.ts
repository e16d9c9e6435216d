import type { BrowserWindow as ElectronBrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { standInApp } from './electron-app.ts';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';
import { record, type RecordedWindow } from './record.ts';
import { strict } from './strict.ts';
import { StandInWebContents } from './web-contents.ts';

const openWindows = new Set<BrowserWindow>();

export class BrowserWindow extends StandInEmitter {
  readonly webContents: StandInWebContents;
  readonly #recorded: RecordedWindow;
  readonly #bounds: RecordedWindow['bounds'];
  #isMaximized = false;
  #isMinimized = false;

  static getFocusedWindow(): BrowserWindow | null {
    return (
      [...openWindows].find((window) => window.#recorded.isFocused && window.#recorded.isVisible) ?? null
    );
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows];
  }

  constructor({
    webPreferences = {},
    x = 0,
    y = 0,
    width = 800,
    height = 600,
    show = true,
  }: BrowserWindowConstructorOptions = {}) {
    super();
    if (!standInApp.isReady()) throw new Error('Windows open after `ready`');
    if (!standInApp.isSandboxEnabled)
      throw new Error('Windows open in an app that enabled the sandbox for all');
    const contents = new StandInWebContents(webPreferences, { width, height });
    this.webContents = strict('WebContents', contents);
    this.#bounds = { x, y, width, height };
    contents.on('page-title-updated', (_event: unknown, title: string) => {
      this.#recorded.title = title;
    });
    this.#recorded = {
      id: contents.id,
      isVisible: show,
      isFocused: false,
      isFlashing: false,
      title: '',
      bounds: this.#bounds,
      webPreferences: structuredClone({ ...webPreferences }) as Record<string, unknown>,
    };
    record.windows.push(this.#recorded);
    openWindows.add(this);
    standInApp.emit('web-contents-created', {}, this.webContents);
    contents.once('did-finish-load', () => this.emit('ready-to-show'));
    return strict('BrowserWindow', this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.#recorded.isVisible = true;
    this.emit('show');
    this.focus();
  }

  hide(): void {
    this.#recorded.isVisible = false;
    this.#recorded.isFocused = false;
    this.emit('hide');
  }

  focus(): void {
    for (const window of record.windows) window.isFocused = false;
    this.#recorded.isFocused = true;
    this.emit('focus');
    standInApp.emit('browser-window-focus', {}, this);
  }

  isVisible(): boolean {
    return this.#recorded.isVisible;
  }

  isFocused(): boolean {
    return this.#recorded.isFocused;
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  getNormalBounds() {
    return { ...this.#bounds };
  }

  getTitle(): string {
    return this.#recorded.title;
  }

  flashFrame(isFlashing: boolean): void {
    this.#recorded.isFlashing = isFlashing;
  }

  /** Without asking anybody. */
  destroy(): void {
    this.#end();
  }

  /** As when a person closes it: the app may keep it. True when it is closed. */
  close(): boolean {
    if (!this.emitPreventable('close')) return false;
    this.#end();
    return true;
  }

  #end(): void {
    openWindows.delete(this);
    record.windows.splice(record.windows.indexOf(this.#recorded), 1);
    this.webContents.destroyPage();
    this.emit('closed');
    if (openWindows.size === 0) standInApp.emit('window-all-closed');
  }
}

/** True when every window agreed to close. */
export function closeAllWindows(): boolean {
  return [...openWindows].every((window) => window.close());
}

BrowserWindow satisfies new (
  options?: BrowserWindowConstructorOptions,
) => Implemented<ElectronBrowserWindow, BrowserWindow, 'webContents'>;
