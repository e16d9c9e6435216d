import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('a change is undone by its key, and stays undone on the node', async ({ app, api, cable }) => {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  await desk.setStatus('Resolved');
  await expect(desk.messagesToMe).toContainText('Status: Resolved');
  await desk.press('z');
  await desk.hasStatus('In progress');
  await expect(desk.messagesToMe).toContainText('Undone');
  await cable.restore();
  await desk.comesBack();
  await expect.poll(async () => (await api.readTicket(id)).status).toBe('in_progress');
});
