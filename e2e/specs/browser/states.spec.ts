import { expect } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { isAccessible } from '../../pages/is-accessible.ts';
import { NodeAnswers } from '../../pages/node-answers.ts';

test('every state of the console says what is the matter, keeps what was written, and shows the way on', async ({
  app,
  api,
  cable,
}) => {
  test.slow();
  const { page } = app;
  const desk = new ConsolePage(() => app.page);
  const agent = await api.createAgent('Noor Agent');
  const [id, second] = [await api.createTicket(), await api.createTicket({ subject: 'Smoke, too' })];
  for (const each of [id, second]) await api.assign(each, agent);
  await desk.signIn(agent);

  // What others did meanwhile, and what arrived, are told when the network is back.
  await desk.openTicket(second);
  await cable.cut();
  await desk.isOffline();
  await desk.reply('We look into this one, too');
  await api.postMessage(id, 'Smoke again');
  await cable.restore();
  await desk.comesBack();
  await desk.connection.click();
  await expect(page.getByRole('region', { name: 'While you were away' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Arrived' })).toBeVisible();
  await isAccessible(page, 'connection panel', '[role="dialog"]');
  await desk.press('Escape');

  await desk.composer.fill('Half a sentence');
  await expect(page.getByText('Draft saved on this computer')).toBeVisible();
  await api.assign(second, await api.createAgent('Kim Agent'));
  await expect(page.getByText('has left your tickets')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What you were writing' })).toContainText('Half a sentence');
  await isAccessible(page, 'a ticket that left', 'main');

  const session = await page.context().newCDPSession(page);
  await desk.openTicket(id);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await desk.composer.fill('Half an answer');
  // More than the room that the files have already.
  const large = { name: 'large.log', mimeType: 'text/plain', buffer: Buffer.alloc(9_000_000, 'x') };
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(desk.notice).toContainText('Disk full');
  await isAccessible(page, 'disk full', '[aria-label="Connection notice"]');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await desk.notice.getByRole('button', { name: 'Try now' }).click();
  await expect(desk.notice).toBeHidden();
  await expect(page.getByText('Draft saved on this computer')).toBeVisible();

  const answers = new NodeAnswers(page);
  for (const [state, says, error] of [
    ['expired session', 'needs sign-in', { kind: 'signed_out' }],
    ['console too old', 'app too old', { kind: 'unsupported', data: { code: 'too_old' } }],
    ['node too old', 'node too old', { kind: 'unsupported', data: { code: 'too_new' } }],
    ['refused', 'refused', { kind: 'forbidden' }],
  ] as const) {
    await answers.refuseSession(error);
    await page.reload();
    await expect(desk.connection).toHaveAccessibleName(`Connection: ${says}`);
    await expect(desk.composer).toHaveValue('Half an answer');
    await isAccessible(page, state, '[aria-label="Connection notice"]');
  }
  await answers.agreeAgain();
  await page.reload();
  await desk.isLive();

  await api.deactivate(agent);
  await expect(desk.connection).toHaveAccessibleName('Connection: signed out');
  await expect(page.getByText('Sign in to fetch your tickets')).toBeVisible();
  await isAccessible(page, 'closed account', 'main');

  await answers.stopSnapshot(12_000);
  await desk.notice.getByRole('button', { name: 'Sign in again' }).click();
  await desk.signInAs(await api.createAgent('Ada Agent'));
  await expect(desk.connection).toHaveAccessibleName(/^Connection: catching up \d+ of 12000$/);
  await isAccessible(page, 'catching up', 'main');
});
