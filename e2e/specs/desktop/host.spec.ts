import { join } from 'node:path';
import { expect } from 'playwright/test';
import { filesWith } from '../../fixtures/profile-files.ts';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';

test.describe('a desk on this computer', () => {
  test('starts by itself, hands over its first password once, and comes back', async ({
    openConsole,
    profilesDir,
  }) => {
    const app = await openConsole({ name: 'owner', nodeUrl: null });
    const desk = new ConsolePage(() => app.page);
    await expect.poll(async () => (await app.desktop!.read()).dialogs).toHaveLength(1);
    const { clipboardText: password, dialogs } = await app.desktop!.read();
    expect(dialogs[0]?.detail).toContain(password);
    await desk.signIn({ username: 'superadmin', password });

    await app.restart();
    await desk.isLive();
    expect((await app.desktop!.read()).dialogs).toEqual([]);
    await app.close();
    expect(await filesWith(join(profilesDir, 'owner'), password)).toEqual([]);
  });

  test('lets go of its node for another one', async ({ openConsole, api, cable }) => {
    const app = await openConsole({ name: 'owner', nodeUrl: null });
    const desk = new ConsolePage(() => app.page);
    const agent = await api.createAgent('Noor Agent');
    const id = await api.createTicket();
    await api.assign(id, agent);
    await app.page.evaluate(
      `waypost.desktop.call('desktop.saveSettings', {
        mode: 'console', node_url: '${cable.url}/', is_closed_to_tray: true,
      })`,
    );
    await desk.signIn(agent);
    await expect(desk.ticket(id)).toBeVisible();
    await app.restart();
    await desk.isLive();
    await expect(desk.ticket(id)).toBeVisible();
  });
});
