import { expect, type Page } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { openOwnTicket } from '../../pages/open-own-ticket.ts';

/** Another tab of the same browser, on the same address. */
async function openTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  return tab;
}

test('one tab has the desk; another takes it over when asked, drafts and all, and leaves it when it is closed', async ({
  app,
  api,
}) => {
  const { desk } = await openOwnTicket(app, api);
  await desk.composer.fill('Half a sentence');
  const tab = await openTab(app.page);
  await tab.getByRole('button', { name: 'Use it here' }).click();

  const second = new ConsolePage(() => tab);
  await second.isLive();
  await expect(second.composer).toHaveValue('Half a sentence');
  await expect(desk.composer).toBeHidden();
  await second.reply('From the second tab');
  await second.isDelivered('From the second tab');

  await expect(app.page.getByRole('button', { name: 'Use it here' })).toBeVisible();
  await tab.close();
  await desk.isLive();
  await expect(desk.message('From the second tab')).toBeVisible();
});

test('a reload right after writing loses nothing', async ({ app, api, cable }) => {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  const texts = Array.from({ length: 5 }, (_, index) => `Before reload ${index + 1}`);
  for (const text of texts) {
    await desk.reply(text);
    await app.page.reload();
    await expect(desk.message(text)).toBeVisible();
  }
  await cable.restore();
  await desk.comesBack();
  await desk.isDelivered('Before reload 5');
  expect((await api.readMessages(id)).slice(1).map((message) => message.text)).toEqual(texts);
});
