import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('the palette changes the open ticket and goes places, without a network and without a mouse', async ({
  app,
  api,
  cable,
}) => {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  await desk.command('stat hold', 'Status: On hold');
  await desk.hasStatus('On hold');
  await desk.command('reply', 'Reply');
  await expect(desk.composer).toBeFocused();
  await desk.press('Escape');
  await desk.press('Escape');
  await expect(desk.subject).toBeHidden();
  await desk.command(`#${id}`, `Open ticket #${id}`);
  await expect(desk.subject).toBeVisible();
  await desk.command('go waiting', 'Go to Waiting');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('Waiting');
});
