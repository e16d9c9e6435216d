import type { Page } from 'playwright';
import { testPassword } from '../../testing/test-users.ts';
import { BenchBrowser } from '../browser/bench-browser.ts';
import { consoleFigures, type ConsoleTimes, type EmptyPage } from '../browser/console-figures.ts';
import { listedTicket, pxPerFrame, timeConsole } from '../browser/time-console.ts';
import type { Bench, Suite } from '../harness/bench.ts';

const allOpen = '#/open';
/** A browser takes in a large desk in minutes. */
const wholeWaitMs = 1_200_000;
const indexLookMs = 1_000;
/** What a start does behind the first screen is over by then. */
const settleMs = 10_000;

/** What a person who works here sees of the keys and of the list, in a real browser that holds the whole desk. */
export const consoleSuite: Suite = {
  name: 'console',
  tickets: 100_000,
  run: async (bench) => {
    const { desk, node } = await bench.startDesk();
    await using _node = node;
    const profileDir = bench.folder('browser');
    await fillReplica(profileDir, node.url);
    const starts = await timeStarts(bench, profileDir, `${node.url}/${allOpen}`);
    await using browser = await BenchBrowser.open(profileDir);
    const limits = await timeEmptyPage(browser, bench.isQuick ? 20 : 60);
    const opened = await browser.load(`${node.url}/${allOpen}`);
    await opened.shown(listedTicket);
    await opened.page.waitForTimeout(bench.isQuick ? settleMs / 10 : settleMs);
    const times = await timeConsole(opened, desk, bench.isQuick);
    return consoleFigures(desk.ticketCount, { times: { ...times, starts }, limits });
  },
};

/** Signs in and waits until every ticket, every conversation and the search index are in the browser. */
async function fillReplica(profileDir: string, nodeUrl: string): Promise<void> {
  await using browser = await BenchBrowser.open(profileDir);
  const { page } = await browser.load(`${nodeUrl}/${allOpen}`);
  await page.getByLabel('User name or email').fill('superadmin');
  await page.getByLabel('Password', { exact: true }).fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const pill = page.getByRole('button', { name: 'Connection: live' });
  await pill.waitFor({ timeout: wholeWaitMs });
  await pill.click();
  await page.getByRole('dialog', { name: 'Connection' }).waitFor();
  await page
    .getByText(/conversations? (?:is|are) still to come/)
    .waitFor({ state: 'hidden', timeout: wholeWaitMs });
  await isIndexed(page);
}

async function isIndexed(page: Page): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Search tickets' });
  const scope = page.getByRole('status', { name: 'Search scope' });
  const until = Date.now() + wholeWaitMs;
  do {
    if (Date.now() > until) throw new Error('The search index was not written');
    await page.waitForTimeout(indexLookMs);
    await box.fill('');
    await box.fill('bank');
    await page.locator('[role="listbox"] [role="option"]').first().waitFor();
  } while (!(await scope.textContent())?.includes('Searched on this computer'));
}

/** A browser that was closed, each time: until there are tickets to work on, and the same of an empty page. */
async function timeStarts(
  bench: Bench,
  profileDir: string,
  address: string,
): Promise<ConsoleTimes['starts']> {
  const inbox: number[] = [];
  const empty: number[] = [];
  const rounds = bench.isQuick ? 2 : 7;
  while (inbox.length < rounds) {
    await using browser = await BenchBrowser.open(profileDir);
    empty.push(await (await browser.load('about:blank')).shown('body'));
    inbox.push(await (await browser.load(address)).shown(listedTicket));
  }
  return { inbox, empty };
}

/** The same key on a page that does nothing but show that it was pressed, and a list of the same height without rows. */
async function timeEmptyPage(browser: BenchBrowser, presses: number): Promise<EmptyPage> {
  const empty = await browser.load('about:blank');
  await empty.page.setContent(
    '<body data-pressed="0"><div style="height:900px;overflow:auto"><div style="height:900000px"></div></div>',
  );
  await empty.page.evaluate(
    `addEventListener('keydown', () => { document.body.dataset.pressed = Math.random(); })`,
  );
  const keys: number[] = [];
  while (keys.length < presses)
    keys.push(await empty.press('j', { selector: 'body', attribute: 'data-pressed' }));
  const scroll = await empty.scroll('div', pxPerFrame, 3_000);
  await empty.page.close();
  return { keys, scroll };
}
