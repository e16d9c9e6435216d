import { expect } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { smallPicture } from '../../fixtures/small-picture.ts';
import { isAccessible } from '../../pages/is-accessible.ts';

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
  await desk.attach(smallPicture, {
    name: 'what happened.log',
    mimeType: 'text/plain',
    buffer: Buffer.from('!'),
  });
  await desk.reply('We look into it: https://desk.example/status');
  await desk.addNote('The customer is a friend of the house.');
  await desk.attach({ ...smallPicture, name: 'next.png' });
  await expect(desk.attachedFile('screen.png').getByRole('img')).toBeVisible();
  await isAccessible(page, 'conversation with files, writing a note');

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

  for (const [state, open] of [
    ['new view', 'New view'],
    ['notifications', 'Notifications…'],
  ] as const) {
    await desk.command(open, open);
    await expect(page.getByRole('dialog')).toBeVisible();
    if (state === 'notifications') {
      // A page that nobody allowed it says so, and what helps.
      await page.getByRole('button', { name: 'Show a test' }).click();
      await expect(page.getByText('They are blocked for this page.')).toBeVisible();
    }
    await isAccessible(page, state, '[role="dialog"]');
    await desk.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  await page.getByRole('button', { name: 'Why is this due then?' }).click();
  await expect(page.getByText(/of working time are promised/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Show \d+ changes$/ }).click();
  await isAccessible(page, 'context with explanations', 'main');

  await page.evaluate(() => localStorage.setItem('waypost.language', 'ru'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Мои' })).toBeVisible();
  await expect(page.getByRole('log').getByRole('article').first()).toBeVisible();
  await isAccessible(page, 'Russian');
  await page.evaluate(() => localStorage.removeItem('waypost.language'));
  await page.reload();
  await desk.isLive();

  await desk.openView('Snoozed');
  await expect(page.getByRole('heading', { level: 1, name: 'Snoozed' })).toBeVisible();
  await isAccessible(page, 'empty view');
  await cable.cut();
  await desk.isOffline();
  await desk.connection.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await isAccessible(page, 'offline');
});
