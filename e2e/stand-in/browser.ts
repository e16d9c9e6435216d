import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Route } from 'playwright';
import { chromiumFlags } from './chromium-flags.ts';
import { standInApp } from './electron-app.ts';
import { toAppAddress } from './page-address.ts';
import { answerRequest } from './protocol.ts';

/** The part of a window that the browser talks to. */
export interface BrowserPageOwner {
  /** The page wants to load an address; false keeps it where it is. */
  mayNavigate(address: string, isMainFrame: boolean): boolean;
  /** The page opened a window of its own. */
  mayOpen(address: string): boolean;
}

/** One headless Chromium for all windows, with its profile in the app's own folder. */
class StandInBrowser {
  readonly #ownerByPage = new Map<Page, BrowserPageOwner>();
  #context: Promise<BrowserContext> | undefined;
  #pagesToOpen = 0;

  async openPage(owner: BrowserPageOwner): Promise<Page> {
    this.#context ??= this.#launch();
    const context = await this.#context;
    this.#pagesToOpen += 1;
    const page = await context.newPage();
    this.#ownerByPage.set(page, owner);
    return page;
  }

  /** Where Playwright can connect to the same browser. */
  async endpoint(): Promise<string> {
    if (this.#context === undefined) throw new Error('No window was opened yet');
    await this.#context;
    const [port] = readFileSync(join(standInApp.browserDir, 'DevToolsActivePort'), 'utf8').split('\n');
    return `http://127.0.0.1:${port ?? ''}`;
  }

  async close(): Promise<void> {
    await (await this.#context)?.close();
  }

  async #launch(): Promise<BrowserContext> {
    const executablePath = process.env['WAYPOST_CHROMIUM'];
    if (executablePath === undefined) throw new Error('WAYPOST_CHROMIUM has to name a Chromium');
    rmSync(join(standInApp.browserDir, 'DevToolsActivePort'), { force: true });
    const context = await chromium.launchPersistentContext(standInApp.browserDir, {
      executablePath,
      // The port is a second road in, for the spec that drives the page.
      args: [...chromiumFlags, '--remote-debugging-port=0'],
      chromiumSandbox: false,
      viewport: null,
    });
    context.on('page', (page) => {
      if (this.#pagesToOpen > 0) this.#pagesToOpen -= 1;
      else void this.#handlePopup(page);
    });
    await context.route('**/*', (route) => this.#answer(route));
    return context;
  }

  /** Pages of the app are answered by the app; everything else meets its rules before the network. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const address = toAppAddress(request.url());
    const owner = this.#ownerByPage.get(request.frame().page());
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame().parentFrame() === null;
      if (owner === undefined || !owner.mayNavigate(address, isMainFrame)) {
        await route.abort('aborted');
        return;
      }
    }
    const response = await answerRequest(new Request(address, { method: request.method() }));
    if (response === undefined) {
      await route.continue();
      return;
    }
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  /** A window that a page opened, or a person from it: by a middle click it has no opener, so that all are asked. */
  async #handlePopup(popup: Page): Promise<void> {
    const opener = this.#ownerByPage.get((await popup.opener()) ?? popup);
    const owners = opener === undefined ? [...this.#ownerByPage.values()] : [opener];
    const address = toAppAddress(popup.url());
    if (owners.some((owner) => owner.mayOpen(address)))
      throw new Error('The stand-in opens no windows for pages');
    await popup.close();
  }
}

export const standInBrowser = new StandInBrowser();
