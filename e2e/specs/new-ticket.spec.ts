import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('a ticket that is created without a network opens at once and gets its number later', async ({
  app,
  api,
  cable,
}) => {
  const { desk } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  await desk.press('c');
  await desk.newTicketDialog.getByRole('button', { name: 'Create ticket' }).click();
  await expect(desk.newTicketDialog).toContainText('Say in a few words what it is about');
  await desk.createTicket('Called about a lost card', 'Wants a new one by Friday', 'Jane Cooper');
  await expect(desk.subject).toHaveText('Called about a lost card');
  await expect(desk.message('Wants a new one by Friday')).toBeVisible();
  await expect(app.page.locator('main')).toContainText('#new');
  await desk.hasQueued(1);

  await cable.restore();
  await desk.comesBack();
  await expect(app.page).toHaveTitle(/#\d+ Called about a lost card/);
});
