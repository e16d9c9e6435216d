import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('an agent finds a ticket by what was said in it, without a network and without a mouse', async ({
  app,
  api,
  cable,
}) => {
  const { desk, id } = await openOwnTicket(app, api);
  await desk.reply('Your parcel waits at the lighthouse');
  await desk.isDelivered('Your parcel waits at the lighthouse');

  // What the node finds, too, stands there once.
  await desk.searchBox.fill('lighthouse');
  await expect(desk.searchHits.first()).toContainText(`#${id}`);
  await expect(desk.searchScope).toContainText('Older closed tickets are on the node');
  await desk.searchHits.filter({ hasText: 'Search all tickets on the node' }).click();
  await expect(desk.searchScope).toContainText('Searched on the node, too');
  await expect(desk.searchHits).toHaveCount(1);
  await desk.searchBox.fill('requester:asha status:active');
  await expect(desk.searchHits.first()).toContainText(`#${id}`);
  await desk.searchBox.fill('requester:asha -lighthouse');
  await expect(desk.searchScope).toContainText('Nothing found');
  await desk.searchBox.fill('requester:asha status:active');
  await expect(desk.searchHits.first()).toContainText(`#${id}`);
  await desk.press('Enter');
  await expect(desk.searchHits).toBeHidden();
  await expect(desk.message('Your parcel waits at the lighthouse')).toBeVisible();

  await cable.cut();
  await desk.isOffline();
  await desk.reply('Ask for the telescope there');
  await desk.press('Escape');
  await desk.press('Escape');
  await expect(desk.subject).toBeHidden();

  await desk.press('/');
  await expect(desk.searchBox).toBeFocused();
  await desk.searchBox.fill('lighthouse tele');
  await expect(desk.searchHits).toHaveCount(1);
  await expect(desk.searchHits.locator('mark').first()).toHaveText(/lighthouse|telescope/);
  await expect(desk.searchScope).toContainText('Searched on this computer only');
  await desk.press('Enter');
  await expect(desk.message('Ask for the telescope there')).toBeVisible();
  await expect(desk.searchHits).toBeHidden();

  await desk.searchBox.fill(`#${id}`);
  await expect(desk.searchHits.first()).toContainText(`#${id}`);
  await desk.searchBox.fill('submarine');
  await expect(desk.searchScope).toContainText('Nothing found');
});
