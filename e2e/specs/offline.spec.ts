import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('what is done offline survives a restart and arrives once, in order', async ({ app, api, cable }) => {
  const { desk, id } = await openOwnTicket(app, api);

  await cable.cut();
  await desk.isOffline();
  await desk.reply('Written without a network');
  await desk.addNote('A note without a network');
  await desk.setStatus('Resolved');
  await desk.hasQueued(3);

  await app.restart();
  await desk.isOffline();
  await desk.hasQueued(3);
  await desk.openView('Closed');
  await desk.openTicket(id);
  await expect(desk.message('Written without a network')).toBeVisible();
  await expect(desk.message('A note without a network')).toBeVisible();

  await cable.restore();
  await desk.comesBack();
  await desk.isDelivered('Written without a network');
  const messages = await api.readMessages(id);
  expect(messages.slice(1).map(({ text, isNote }) => ({ text, isNote }))).toEqual([
    { text: 'Written without a network', isNote: false },
    { text: 'A note without a network', isNote: true },
  ]);
  expect(await api.readTicket(id)).toMatchObject({ status: 'resolved' });
});

test('a draft and what it said earlier survive a restart without a network', async ({ app, api, cable }) => {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  for (const text of ['Written over later', 'Half a sentence']) {
    await desk.composer.fill(text);
    await expect(app.page.getByText('Draft saved on this computer')).toBeVisible();
  }
  await app.restart();
  await desk.openTicket(id);
  await expect(desk.composer).toHaveValue('Half a sentence');

  await app.page.getByRole('button', { name: 'Earlier drafts' }).click();
  await expect(app.page.getByRole('option')).toHaveText(/^Written over later\s*Reply · /);
  await app.page.keyboard.press('Enter');
  await expect(desk.composer).toHaveValue('Written over later');
  await expect(desk.composer).toBeFocused();
  await desk.command('earlier', 'Earlier drafts');
  await expect(app.page.getByRole('option')).toHaveText([/^Half a sentence/, /^Written over later/]);
  await app.page.keyboard.press('Escape');
});

test('a node that is killed while changes arrive loses none and doubles none', async ({
  app,
  api,
  cable,
  node,
}) => {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  const texts = Array.from({ length: 12 }, (_, index) => `Answer number ${index + 1}`);
  for (const text of texts) await desk.reply(text);
  await desk.hasQueued(texts.length);

  await cable.restore();
  // Up to half a minute passes until a console tries again.
  const allQueued = new RegExp(`, ${texts.length} queued$`);
  await expect(desk.connection).not.toHaveAccessibleName(allQueued, { timeout: 40_000 });
  await node.kill();
  await node.start();

  await desk.isLive();
  const arrived = (await api.readMessages(id)).slice(1).map((message) => message.text);
  expect(arrived).toEqual(texts);
});
