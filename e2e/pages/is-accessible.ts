import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { screensDir } from '../fixtures/places.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The smallest window that the console is made for, and a usual one. */
const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
];

/** Keeps what the state looks like in both windows, for people to look at; the window stays as it was. */
async function keepScreen(page: Page, state: string, scheme: string): Promise<void> {
  const before = page.viewportSize();
  const name = `${state}-${scheme}`.replaceAll(/\W+/g, '-');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(screensDir, `${name}-${size.width}.png`), animations: 'disabled' });
  }
  if (before !== null) await page.setViewportSize(before);
}

/** Fails with what axe found, one line per rule and place. With `within`, only that part is looked at. */
export async function isAccessible(page: Page, state: string, within?: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // Layers hang from the body, outside of every landmark, with a heading of their own, and keep the focus.
    const layered = ['region', 'landmark-no-duplicate-banner', 'landmark-unique'];
    const axe = new AxeBuilder({ page }).withTags(levels).disableRules(layered);
    const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
    expect.soft(found, `${state}, ${scheme}`).toEqual([]);
    await keepScreen(page, state, scheme);
  }
}
