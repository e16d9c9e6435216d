import { chromium, type BrowserContext, type Page } from 'playwright';
import { installProbe, type Reading, type Scrolled } from './page-probe.ts';

const flags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Between two keys: nobody is quicker for long, and what one key began has time to end. */
export const betweenKeysMs = 120;

/** A page with the probe on it. */
export class ProbedPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses a key. @returns ms until what it does is painted */
  async press(key: string, reading: Reading): Promise<number> {
    await this.page.evaluate(`waypostProbe.watch(${JSON.stringify(reading)})`);
    await this.page.keyboard.press(key);
    const ms = await this.page.evaluate<number>('waypostProbe.painted()');
    await this.page.waitForTimeout(betweenKeysMs);
    return ms;
  }

  /** Ms from the start of the page's loading until there is such an element on the screen. */
  shown(selector: string): Promise<number> {
    return this.page.evaluate<number>(`waypostProbe.shown(${JSON.stringify(selector)})`);
  }

  scroll(selector: string, pxPerFrame: number, durationMs: number): Promise<Scrolled> {
    const args = [selector, pxPerFrame, durationMs].map((arg) => JSON.stringify(arg)).join(', ');
    return this.page.evaluate<Scrolled>(`waypostProbe.scroll(${args})`);
  }
}

/** A browser with a profile of its own; what it kept is there again when it is opened anew. */
export class BenchBrowser implements AsyncDisposable {
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** @throws when no Chromium is named; `npm run bench` names one */
  static async open(profileDir: string): Promise<BenchBrowser> {
    const executablePath = process.env['WAYPOST_CHROMIUM'];
    if (executablePath === undefined) throw new Error('WAYPOST_CHROMIUM has to name a Chromium');
    const context = await chromium.launchPersistentContext(profileDir, {
      executablePath,
      args: flags,
      chromiumSandbox: false,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    });
    await context.addInitScript(installProbe);
    return new BenchBrowser(context);
  }

  /** A page on an address, or an empty one. */
  async load(address: string): Promise<ProbedPage> {
    const page = await this.#context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    return new ProbedPage(page);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#context.close();
  }
}
