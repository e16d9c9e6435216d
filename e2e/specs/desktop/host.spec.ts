import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Console } from '../../fixtures/console-fleet.ts';
import { filesWith } from '../../fixtures/profile-files.ts';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { SetupPage } from '../../pages/setup-page.ts';

/** The password that the app shows once, after it was copied from there. */
async function firstPassword(app: Console): Promise<string> {
  await expect.poll(async () => (await app.desktop!.read()).dialogs).toHaveLength(1);
  const { clipboardText, dialogs } = await app.desktop!.read();
  expect(dialogs[0]?.detail).toContain(clipboardText);
  return clipboardText;
}

test.describe('a desk on this computer', () => {
  test('is set up at the first run, hands over its first password once, and comes back', async ({
    openConsole,
    profilesDir,
  }) => {
    const app = await openConsole({ name: 'owner', nodeUrl: null });
    const desk = new ConsolePage(() => app.page);
    const setup = new SetupPage(() => app.page);
    await expect(setup.heading).toHaveText('Welcome to Waypost');
    await setup.chooseHost();
    const dataDir = join(profilesDir, 'chosen');
    await app.desktop!.choosePath(dataDir);
    await setup.chooseFolder();
    await expect(app.page.getByText(dataDir)).toBeVisible();
    await setup.chooseAudience('Everybody in the network');
    await expect(app.page.getByRole('note')).toContainText('not encrypted');
    await setup.chooseAudience('This computer only');
    await setup.startHost();
    const password = await firstPassword(app);
    await desk.signIn({ username: 'superadmin', password });

    await app.restart();
    await desk.isLive();
    expect((await app.desktop!.read()).dialogs).toEqual([]);
    await app.close();
    expect(await filesWith(join(profilesDir, 'owner'), password)).toEqual([]);
  });

  test('is left for a node of the team, which is looked at first, and come back to', async ({
    openConsole,
    api,
    cable,
  }) => {
    const app = await openConsole({ name: 'owner', nodeUrl: null });
    const desk = new ConsolePage(() => app.page);
    const setup = new SetupPage(() => app.page);
    const agent = await api.createAgent('Noor Agent');
    const id = await api.createTicket();
    await api.assign(id, agent);

    await cable.cut();
    await setup.typeAddress(cable.url);
    await expect(setup.finding).toContainText('no node listens at this address');
    await cable.restore();
    for (const [address, finding] of [
      ['two words', 'This is no address'],
      [cable.url.replace('http:', 'https:'), 'speaks another protocol'],
    ] as const) {
      await setup.typeAddress(address);
      await expect(setup.finding).toContainText(finding);
    }
    await setup.typeAddress(cable.url.replace('http://', ''));
    await expect(setup.finding).toContainText(`at ${cable.url}.`);
    await setup.connect();
    await desk.signIn(agent);
    await expect(desk.ticket(id)).toBeVisible();
    await app.restart();
    await desk.isLive();
    await expect(desk.ticket(id)).toBeVisible();
    await desk.signOut();

    await setup.open();
    await expect(setup.known).toHaveText([`${cable.url}in use`]);
    await setup.chooseHost();
    await setup.startHost();
    await firstPassword(app);
    await setup.open();
    await expect(setup.known).toHaveText(['This computerin use', cable.url]);
    await setup.known
      .filter({ hasText: cable.url })
      .getByRole('button', { name: cable.url, exact: true })
      .click();
    await desk.signIn(agent);
    await expect(desk.ticket(id)).toBeVisible();
  });
});
