import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with what axe found, one line per rule and place. With `within`, only that part is looked at. */
async function isAccessible(page: Page, state: string, within?: string): Promise<void> {
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

test('every screen and state can be used by everybody, in light and dark', async ({ app, api, cable }) => {
  test.slow();
  const { page } = app;
  const desk = new ConsolePage(() => app.page);
  const agent = await api.createAgent('Noor Agent');
  const id = await api.createTicket();
  await api.assign(id, agent);
  const second = await api.createTicket({ subject: 'Smoke, too', priority: 'critical' });
  await api.assign(second, agent);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await isAccessible(page, 'sign-in');

  await desk.signIn(agent);
  await expect(desk.ticket(id)).toBeVisible();
  await isAccessible(page, 'list');
  await desk.openTicket(id);
  await desk.reply('We look into it: https://desk.example/status');
  await desk.addNote('The customer is a friend of the house.');
  await isAccessible(page, 'conversation, writing a note');

  const layers: readonly (readonly [state: string, key: string, role: 'menu' | 'dialog'])[] = [
    ['status menu', 's', 'menu'],
    ['assignee', 'a', 'dialog'],
    ['snooze', 'h', 'dialog'],
    ['tags', 't', 'dialog'],
    ['palette', 'ControlOrMeta+k', 'dialog'],
    ['keys', '?', 'dialog'],
    ['new ticket', 'c', 'dialog'],
  ];
  await page.getByRole('log').focus();
  for (const [state, key, role] of layers) {
    await desk.press(key);
    await expect(page.getByRole(role).first()).toBeVisible();
    await isAccessible(page, state, `[role="${role}"]`);
    await desk.press('Escape');
    await expect(page.getByRole(role)).toHaveCount(0);
    await page.getByRole('log').focus();
  }

  await desk.searchBox.fill('printer');
  await expect(desk.searchHits).not.toHaveCount(0);
  await isAccessible(page, 'search', 'header');
  await desk.press('Escape');

  await desk.press('x');
  await expect(desk.selection).toBeVisible();
  await isAccessible(page, 'selection', 'main');
  await desk.press('Escape');

  await page.getByRole('button', { name: /^Account:/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await isAccessible(page, 'account menu', '[role="menu"]');
  await desk.press('Escape');

  await desk.openView('Snoozed');
  await expect(page.getByRole('heading', { level: 1, name: 'Snoozed' })).toBeVisible();
  await isAccessible(page, 'empty view');
  await cable.cut();
  await desk.isOffline();
  await desk.connection.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await isAccessible(page, 'offline');
});
