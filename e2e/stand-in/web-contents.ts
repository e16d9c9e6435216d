import { readFileSync } from 'node:fs';
import type { FindInPageOptions, PrintToPDFOptions, WebContents, WebPreferences } from 'electron';
import type { Frame, Page } from 'playwright';
import { standInBrowser, type BrowserPageOwner } from './browser.ts';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';
import { standInIpcMain, type PageSender } from './ipc-main.ts';
import { toAppAddress, toShownAddress } from './page-address.ts';
import { bindingName, createPageScript, type PageMessage } from './page-script.ts';
import { handledSchemes } from './protocol.ts';
import { record } from './record.ts';
import { session } from './session.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type PageEvent = [channel: string, ...args: unknown[]];

interface Size {
  readonly width: number;
  readonly height: number;
}

let lastId = 0;

/** A window's contents: one page of the browser, with the app's preload in it. */
export class StandInWebContents extends StandInEmitter implements BrowserPageOwner {
  readonly id: number = ++lastId;
  readonly #preferences: WebPreferences;
  readonly #size: Size;
  #page: Promise<Page> | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  /** An address that the app itself loads is not asked about. */
  #ownAddress: string | undefined;
  #isDestroyed = false;
  #events: PageEvent[] = [];
  #takeEvents: ((events: PageEvent[]) => void) | undefined;
  #url = '';
  #requestId = 0;
  #ordinal = 0;

  constructor(preferences: WebPreferences, size: Size) {
    super();
    this.#size = size;
    this.#preferences = preferences;
  }

  async loadURL(url: string): Promise<void> {
    this.#page ??= this.#openPage();
    const page = await this.#page;
    this.#ownAddress = url;
    await page.goto(toShownAddress(url, handledSchemes), { waitUntil: 'load' });
    this.emit('did-finish-load');
  }

  reload(): void {
    this.#ownAddress = this.#url;
    void this.#page?.then((page) => page.reload());
  }

  getURL(): string {
    return this.#url;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#events.push([channel, ...structuredClone(args)]);
    this.#flushEvents();
  }

  get session(): typeof session.defaultSession {
    return session.defaultSession;
  }

  /** Counts where it is in what the page shows, as Chromium would mark it. */
  findInPage(text: string, { forward = true, findNext = false }: FindInPageOptions = {}): number {
    this.#requestId += 1;
    void this.#find(text, findNext ? 0 : forward ? 1 : -1);
    return this.#requestId;
  }

  stopFindInPage(): void {
    this.#ordinal = 0;
  }

  async #find(text: string, step: -1 | 0 | 1): Promise<void> {
    const page = await this.#page;
    const shown = (await page?.locator('body').innerText()) ?? '';
    const matches = shown.toLowerCase().split(text.toLowerCase()).length - 1;
    if (matches === 0) this.#ordinal = 0;
    else this.#ordinal = step === 0 ? 1 : ((this.#ordinal - 1 + step + matches) % matches) + 1;
    const result = {
      requestId: this.#requestId,
      activeMatchOrdinal: this.#ordinal,
      matches,
      finalUpdate: true,
    };
    this.emit('found-in-page', {}, result);
  }

  print(): void {
    record.printedPages += 1;
  }

  async printToPDF({ printBackground = false }: PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#page;
    if (page === undefined) throw new Error('Nothing is loaded that could be printed');
    return page.pdf({ format: 'A4', printBackground });
  }

  replaceMisspelling(word: string): Promise<void> {
    return this.#page?.then((page) => page.keyboard.insertText(word)) ?? Promise.resolve();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroyPage(): void {
    this.#isDestroyed = true;
    void this.#page?.then((page) => page.close());
    this.emit('destroyed');
  }

  mayNavigate(address: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#ownAddress === address) {
      this.#ownAddress = undefined;
      return true;
    }
    const details = { url: address, isMainFrame, isSameDocument: false };
    const mayFrame = this.emitPreventable('will-frame-navigate', details);
    return mayFrame && (!isMainFrame || this.emitPreventable('will-navigate', details));
  }

  mayOpen(address: string): boolean {
    return this.#openHandler({ url: address } as never).action === 'allow';
  }

  async #openPage(): Promise<Page> {
    const page = await standInBrowser.openPage(this);
    await page.setViewportSize(this.#size);
    const { preload, additionalArguments = [] } = this.#preferences;
    if (preload !== undefined) {
      await page.exposeBinding(bindingName, async ({ frame }, message: string) =>
        JSON.stringify(await this.#answerPage(frame, JSON.parse(message) as PageMessage)),
      );
      const source = readFileSync(preload, 'utf8');
      await page.addInitScript(
        createPageScript({ source, argv: ['electron', '--type=renderer', ...additionalArguments] }),
      );
    }
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    return page;
  }

  async #answerPage(frame: Frame, message: PageMessage): Promise<{ value?: unknown; error?: string }> {
    const from: PageSender = { sender: this, senderFrame: toSenderFrame(frame) };
    switch (message.kind) {
      case 'hello':
        this.#url = toAppAddress(frame.url());
        this.#events = [];
        this.emit('did-start-navigation', { url: this.#url, isMainFrame: true, isSameDocument: false });
        return {};
      case 'title':
        this.emit('page-title-updated', {}, message.title);
        return {};
      case 'events':
        return { value: await this.#nextEvents() };
      case 'send':
        standInIpcMain.receive(from, message.channel, message.args);
        return {};
      case 'invoke':
        try {
          return { value: await standInIpcMain.invoke(from, message.channel, message.args) };
        } catch (error) {
          return { error: `Error invoking remote method '${message.channel}': ${String(error)}` };
        }
    }
  }

  #nextEvents(): Promise<PageEvent[]> {
    // A page that was loaded anew asks again; whoever asked before it is gone.
    this.#takeEvents?.([]);
    return new Promise((resolve) => {
      this.#takeEvents = resolve;
      this.#flushEvents();
    });
  }

  #flushEvents(): void {
    if (this.#takeEvents === undefined || this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#takeEvents(events);
    this.#takeEvents = undefined;
  }
}

function toSenderFrame(frame: Frame): object {
  const url = toAppAddress(frame.url());
  const parent = frame.parentFrame();
  return { url, parent: parent === null ? null : toSenderFrame(parent) };
}

StandInWebContents satisfies new (
  ...args: never[]
) => Implemented<WebContents, StandInWebContents, 'session'>;
