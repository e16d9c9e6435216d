import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('a ticket is tagged, followed, snoozed and merged without a network, and each is taken back', async ({
  app,
  api,
  cable,
}) => {
  const { desk, id } = await openOwnTicket(app, api);
  const { page } = app;
  const other = await api.createTicket({ subject: 'Smoke, too' });
  await expect(desk.ticket(other)).toBeHidden();
  await cable.cut();
  await desk.isOffline();

  await desk.press('t');
  await page.getByRole('combobox', { name: 'Find or make a tag' }).fill('hardware');
  await desk.press('Enter');
  await expect(page.getByRole('button', { name: 'Take off hardware' })).toBeVisible();

  await desk.press('f');
  await expect(page.getByRole('button', { name: 'Follow', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await desk.openView('Following');
  await expect(desk.ticket(id)).toBeVisible();
  await desk.openView('Mine');
  await desk.openTicket(id);

  await desk.press('h');
  await page.getByRole('combobox', { name: 'Until when' }).fill('2h');
  await page.getByRole('option', { name: /^Until / }).click();
  await expect(desk.ticket(id)).toBeHidden();
  await desk.openView('Snoozed');
  await desk.openTicket(id);
  await page.getByRole('button', { name: 'End the snooze' }).click();
  await expect(desk.ticket(id)).toBeHidden();
  await desk.press('z');
  await expect(desk.ticket(id)).toBeVisible();

  await cable.restore();
  // Nothing waits any more, and nothing came back.
  await desk.comesBack();
  await desk.openTicket(id);
  await expect(page.getByRole('button', { name: 'Take off hardware' })).toBeVisible();
});

test('two tickets of a customer become one conversation, until the merge is taken back', async ({
  app,
  api,
}) => {
  const { desk, id } = await openOwnTicket(app, api);
  const { page } = app;
  const second = await api.createTicket({
    subject: 'Smoke, too',
    description: 'Now there is smoke as well.',
  });
  await desk.openView('Unassigned');
  await desk.openTicket(second);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another ticket…' }).click();
  const dialog = page.getByRole('dialog', { name: `Merge #${second} into…` });
  await dialog.getByRole('option', { name: 'The printer is on fire' }).click();
  await dialog.getByRole('button', { name: `Merge → #${id}` }).click();
  await expect(page.getByText(`This ticket was merged into #${id}`)).toBeVisible();
  await expect(desk.ticket(second)).toBeHidden();

  await page.getByRole('link', { name: 'Open it' }).click();
  await expect(desk.subject).toHaveText('The printer is on fire');
  await expect(desk.message('Now there is smoke as well.')).toBeVisible();
  await page
    .getByRole('link', { name: /Smoke, too/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Take the merge back' }).click();
  await expect(page.getByText(`This ticket was merged into #${id}`)).toBeHidden();
  await desk.openView('Unassigned');
  await expect(desk.ticket(second)).toBeVisible();
});
