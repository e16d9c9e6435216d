import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

test('the palette changes the open ticket and goes places, without a network and without a mouse', async ({
  app,
  api,
  cable,
}) => {
  const { desk, id, agent } = await openOwnTicket(app, api);
  for (const [subject, priority] of [
    ['The whole floor is dark', 'critical'],
    ['The plant needs water', 'low'],
  ] as const) {
    const other = await api.createTicket({ subject, priority });
    await api.assign(other, agent);
    await expect(desk.ticket(other)).toBeVisible();
  }
  await cable.cut();
  await desk.isOffline();
  await desk.command('stat hold', 'Status: On hold');
  await desk.hasStatus('On hold');
  // What is due first, although it was not changed last; what waits for somebody else is left out.
  for (const subject of ['The whole floor is dark', 'The plant needs water', 'The whole floor is dark']) {
    await desk.command('next due', 'Next ticket by due time');
    await expect(desk.subject).toContainText(subject);
  }
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

test('what is typed before its field is there goes into the field, and is no command', async ({
  app,
  api,
}) => {
  const { desk } = await openOwnTicket(app, api);
  await desk.hasStatus('In progress');
  // A computer that draws ten frames a second.
  await app.page.evaluate(
    'window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 100)',
  );
  await desk.press('ControlOrMeta+k');
  await desk.type('we ho');
  await expect(desk.palette.getByRole('combobox')).toHaveValue('we ho');
  await desk.press('Escape');
  await expect(desk.palette).toBeHidden();
  await desk.press('t');
  await desk.type('billing');
  await expect(app.page.getByRole('combobox', { name: 'Find or make a tag' })).toHaveValue('billing');
  await desk.press('Escape');
  await desk.press('/');
  await desk.type('wheel');
  await expect(desk.searchBox).toHaveValue('wheel');
  await desk.hasStatus('In progress');
  await expect(desk.composer).toHaveValue('');
});
