import Database from 'better-sqlite3';
import type { SeededDesk } from '../desk/seed-desk.ts';
import { betweenKeysMs, type ProbedPage } from './bench-browser.ts';
import type { ConsoleTimes } from './console-figures.ts';
import type { Scrolled } from './page-probe.ts';

/** A ticket in the list. */
export const listedTicket = '[data-row-link]';
const highlighted = { selector: `[data-highlighted] ${listedTicket}`, attribute: 'data-row-link' };
const firstRow = { selector: listedTicket, attribute: 'href' };
const message = '[role="log"] [data-message]';
/** The ticket's pane, once there is something to read in it; its name holds the subject, which no two tickets share. */
const conversation = { selector: `main section:has(${message})`, attribute: 'aria-label' };
const status = { selector: 'main button[aria-label^="Status:"]', attribute: 'aria-label' };
const firstHit = { selector: '[role="listbox"]:not([aria-busy="true"]) [role="option"]', attribute: 'id' };
const list = 'main div:has(> [role="list"])';

/** The number keys of views that hold tickets: nobody's, waiting, closed and all open ones. */
const viewKeys = ['2', '4', '8', '3'] as const;
/** Common and rare words, several, unfinished ones, and a filter. */
const queries = [
  'refund',
  'charged twice',
  'payroll',
  'lindqvist',
  'photo',
  'checkout page',
  'priority:high card',
];

/** Tickets that were opened before somebody who works here all day is measured. */
const warmUpCount = 5;

/** More than forty tickets a second: a wheel that is turned quickly. */
export const pxPerFrame = 60;

/** Uses a console that shows all open tickets, as somebody would who works without a mouse. */
export async function timeConsole(
  opened: ProbedPage,
  desk: SeededDesk,
  isQuick: boolean,
): Promise<Omit<ConsoleTimes, 'starts'>> {
  const presses = isQuick ? 6 : 60;
  return {
    moves: await timeMoves(opened, presses),
    opens: await timeOpens(opened, presses),
    views: await timeViews(opened, presses),
    changes: await timeChanges(opened, desk, isQuick ? 6 : 40),
    searches: await timeSearches(opened, isQuick ? 2 : queries.length),
    scroll: await timeScroll(opened, isQuick ? 1_000 : 5_000),
  };
}

async function timeMoves(opened: ProbedPage, count: number): Promise<number[]> {
  await opened.page.keyboard.press('j');
  const times: number[] = [];
  for (const key of ['j', 'k']) {
    for (let moved = 0; moved < count; moved += 1) times.push(await opened.press(key, highlighted));
  }
  return times;
}

/** One ticket after the other: to the next row, and into it. */
async function timeOpens(opened: ProbedPage, count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < warmUpCount + count) {
    await opened.press('j', highlighted);
    times.push(await opened.press('Enter', conversation));
  }
  await opened.page.keyboard.press('Escape');
  return times.slice(warmUpCount);
}

async function timeViews(opened: ProbedPage, count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    for (const key of viewKeys) times.push(await opened.press(key, firstRow));
  }
  return times;
}

/** Tickets that are being worked on are left waiting, one after the other. */
async function timeChanges(opened: ProbedPage, { file }: SeededDesk, count: number): Promise<number[]> {
  const database = new Database(file, { readonly: true });
  const uids = database
    .prepare(`SELECT uid FROM ticket WHERE status = 'in_progress' ORDER BY updated_at DESC LIMIT ?`)
    .pluck()
    .all(count) as string[];
  database.close();
  const times: number[] = [];
  for (const uid of uids) {
    await opened.page.evaluate(`location.hash = '#/open/${uid}'`);
    await opened.page.locator(message).first().waitFor();
    await opened.page.waitForTimeout(betweenKeysMs);
    times.push(await opened.press('w', status));
    await opened.page.keyboard.press('Escape');
  }
  return times;
}

/** Each letter from the second on, which is the first one that searches; one after the other is found. */
async function timeSearches(opened: ProbedPage, count: number): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries.slice(0, count)) {
    await opened.page.keyboard.press('/');
    await opened.page.keyboard.press('ControlOrMeta+a');
    await opened.page.keyboard.press('Delete');
    const [first = '', ...letters] = query;
    await opened.page.keyboard.press(first);
    for (const letter of letters) times.push(await opened.press(letter === ' ' ? 'Space' : letter, firstHit));
    await opened.page.keyboard.press('Escape');
  }
  return times;
}

async function timeScroll(opened: ProbedPage, durationMs: number): Promise<Scrolled> {
  for (const key of ['8', '3']) await opened.press(key, firstRow);
  return opened.scroll(list, pxPerFrame, durationMs);
}
