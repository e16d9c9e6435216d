import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { keepsScreens, screensDir } from '../fixtures/places.ts';

/** What depends on the colours; everything else is the same in light and in dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A usual window, and the smallest that the console is made for. */
const usualSize = { width: 1440, height: 900 };
const smallSize = { width: 1024, height: 700 };

/** Keeps what the state looks like in a window of that size, for people to look at, where that is asked for. */
async function keepScreen(page: Page, state: string, size: typeof usualSize): Promise<void> {
  if (!keepsScreens) return;
  await page.setViewportSize(size);
  const name = `${state}-${size.width}`.replaceAll(/\W+/g, '-');
  await page.screenshot({ path: join(screensDir, `${name}.png`), animations: 'disabled' });
}

/** Fails with what axe found, one line per rule and place. With `within`, only that part is looked at. */
export async function isAccessible(page: Page, state: string, within?: string): Promise<void> {
  const before = page.viewportSize() ?? usualSize;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // The page hears of it a moment later, and has the colours of both until then.
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    // Layers hang from the body, outside of every landmark, with a heading of their own, and keep the focus.
    const layered = ['region', 'landmark-no-duplicate-banner', 'landmark-unique'];
    // There are no frames of others, for which axe would open a page of its own; the desktop app closes such pages.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (scheme === 'light') axe.withTags(levels).disableRules(layered);
    else axe.withRules(colourRules);
    if (within !== undefined) axe.include(within);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
    expect.soft(found, `${state}, ${scheme}`).toEqual([]);
    await keepScreen(page, `${state}-${scheme}`, usualSize);
  }
  // Last, since a small window may fold what a usual one shows.
  await keepScreen(page, `${state}-dark`, smallSize);
  await page.setViewportSize(before);
}
