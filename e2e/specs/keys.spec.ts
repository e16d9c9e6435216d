import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('an agent answers, resolves and goes on, by the keyboard and by keys of their own', async ({
  app,
  api,
}) => {
  const { desk, id } = await openOwnTicket(app, api);
  await desk.press('r');
  await app.page.keyboard.type('The part is on its way.');
  await desk.press('ControlOrMeta+Shift+Enter');
  await expect(desk.message('The part is on its way.')).toBeVisible();
  await desk.hasStatus('Resolved');
  await expect.poll(async () => (await api.readTicket(id))['status']).toBe('resolved');

  await desk.press('Escape');
  await desk.press('?');
  const help = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByRole('button', { name: 'Write a note: change the key: N' }).click();
  await desk.press('r');
  const noteKey = help.getByRole('button', { name: 'Write a note: change the key: R' });
  await expect(noteKey).toBeVisible();
  await expect(help).toContainText('Was “Reply”, which has no key now');
  await desk.press('Escape');
  await expect(help).toBeHidden();
  await desk.press('r');
  await expect(app.page.getByRole('textbox', { name: 'Internal note' })).toBeFocused();
  await desk.press('Escape');

  // Two strokes, and what is remembered by the next start.
  await desk.press('g');
  await desk.press('w');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('Waiting');
  await app.page.reload();
  await desk.isLive();
  await desk.press('?');
  await expect(noteKey).toBeVisible();
  await help.getByRole('switch', { name: 'Single keys' }).click();
  await desk.press('Escape');
  await desk.press('2');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('Waiting');
});
