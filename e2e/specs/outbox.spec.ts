import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('a change that was never sent can be edited or taken back', async ({ app, api, cable }) => {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  await desk.reply('Sent in haste');
  await desk.setStatus('Resolved');
  await desk.addNote('This one stays');
  await desk.hasQueued(3);
  await desk.press('Escape');
  await app.page.getByRole('button', { name: 'New ticket' }).click();
  await desk.createTicket('Lights out', 'The whole floor.', 'Asha Customer');
  await desk.hasQueued(4);
  await desk.actOnQueued('Edit', 'new ticket on #new');
  await expect(desk.newTicketDialog.getByLabel('Description')).toHaveValue('The whole floor.');
  await desk.hasQueued(3);
  await desk.newTicketDialog.getByRole('button', { name: 'Discard' }).click();

  await desk.actOnQueued('Take back', `status to resolved on #${id}`);
  await desk.hasQueued(2);
  await desk.actOnQueued('Edit', `reply on #${id}`);
  await desk.hasQueued(1);
  await expect(desk.composer).toHaveValue('Sent in haste');
  await desk.reply('Written in peace');

  await cable.restore();
  await desk.comesBack();
  await desk.isDelivered('Written in peace');
  expect((await api.readMessages(id)).slice(1).map((message) => message.text)).toEqual([
    'This one stays',
    'Written in peace',
  ]);
  expect(await api.readTicket(id)).not.toMatchObject({ status: 'resolved' });
});
