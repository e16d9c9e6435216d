import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
  }
}
