import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { openOwnTicket } from '../../pages/open-own-ticket.ts';

test.describe('the desktop app', () => {
  test('calls for its agent, takes a reply where it called, and keeps quiet when it should', async ({
    app,
    api,
    profilesDir,
  }) => {
    const desktop = app.desktop!;
    const desk = new ConsolePage(() => app.page);
    const agent = await api.createAgent('Noor Agent');
    const id = await api.createTicket({ subject: 'The printer is on fire' });
    await api.assign(id, agent);
    await desk.signIn(agent);

    const trayLabels = async (): Promise<string[]> =>
      (await desktop.read()).tray!.menu.map(({ label }) => label);
    await expect.poll(trayLabels).toContain(`Recent tickets > #${id} The printer is on fire`);
    await expect.poll(trayLabels).toContain('Available for new tickets');
    await desktop.pressTrayItem('Available for new tickets');
    const isAvailable = async (): Promise<boolean | undefined> =>
      (await desktop.read()).tray!.menu.find(({ label }) => label === 'Available for new tickets')?.isChecked;
    await expect.poll(isAvailable).toBe(false);

    await api.postMessage(id, 'It still burns');
    const titles = async (): Promise<string[]> =>
      (await desktop.read()).notifications.map(({ title }) => title);
    const called = `New message: #${id} The printer is on fire`;
    await expect.poll(titles).toContain(called);
    await desktop.replyToNotification((await titles()).indexOf(called), 'Use the red extinguisher');
    await expect
      .poll(async () => (await api.readMessages(id)).map(({ text }) => text))
      .toContain('Use the red extinguisher');

    await desktop.pressTrayItem('Settings…');
    const settings = app.page.getByRole('dialog', { name: 'Settings of the app' });
    await settings.getByRole('button', { name: 'Notifications' }).click();
    await settings.getByRole('button', { name: 'Show a notification now' }).click();
    await expect(settings.getByRole('status')).toHaveText('It was shown.');
    await settings.getByRole('switch', { name: 'Notify me' }).click();
    await settings.getByRole('button', { name: 'Show a notification now' }).click();
    await expect(settings.getByRole('status')).toHaveText('Notifications are switched off above.');
    const before = (await titles()).length;
    await api.postMessage(id, 'Thank you');
    await expect.poll(async () => (await desktop.read()).badgeCount).toBe(1);
    expect(await titles()).toHaveLength(before);

    await settings.getByRole('button', { name: 'General' }).click();
    await settings.getByRole('button', { name: 'Change' }).press('Control+Shift+Y');
    await settings.getByRole('button', { name: 'Change' }).click();
    await app.page.keyboard.press('Control+Shift+Y');
    await expect.poll(async () => (await desktop.read()).shortcuts).toEqual(['CommandOrControl+Shift+Y']);

    await settings.getByRole('button', { name: 'About' }).click();
    await expect(settings.getByRole('definition')).toHaveCount(5);
    const bundle = join(profilesDir, 'diagnostics.txt');
    await desktop.choosePath(bundle);
    await settings.getByRole('button', { name: 'Save diagnostics…' }).click();
    await expect.poll(() => readFile(bundle, 'utf8').catch(() => '')).toContain('"protocol"');
    const told = await readFile(bundle, 'utf8');
    for (const secret of [agent.password, agent.username, 'extinguisher', 'still burns']) {
      expect(told).not.toContain(secret);
    }
    await app.page.keyboard.press('Escape');
    await desktop.closeWindow();
    await desktop.pressShortcut('CommandOrControl+Shift+Y');
    expect((await desktop.read()).windows).toMatchObject([{ isVisible: true, isFocused: true }]);
  });

  test('gives a ticket its own window, and does with both what its menu says', async ({
    app,
    api,
    profilesDir,
  }) => {
    const desktop = app.desktop!;
    const { desk, id } = await openOwnTicket(app, api);
    await api.postMessage(id, 'Smoke, and more smoke');
    await expect(desk.message('Smoke, and more smoke')).toBeVisible();
    const menu = async (): Promise<Record<string, string | null>> =>
      Object.fromEntries(
        (await desktop.read()).appMenu.map(({ label, accelerator }) => [label, accelerator]),
      );
    await expect.poll(async () => Object.keys(await menu())).toContain('Ticket > Reply');
    expect(await menu()).toMatchObject({ 'File > Print…': 'CommandOrControl+P', 'Ticket > Reply': null });

    await desktop.pressAppMenu('Edit > Find in this page');
    const find = app.page.getByRole('search', { name: 'Find in this page' });
    await find.getByRole('textbox').fill('more smoke');
    await expect(find.getByRole('status')).toHaveText(/^1 of \d+$/);
    await find.getByRole('textbox').press('Escape');
    await expect(find).toBeHidden();

    const pdf = join(profilesDir, 'ticket.pdf');
    await desktop.choosePath(pdf);
    await desktop.pressAppMenu('File > Save as PDF…');
    await expect
      .poll(async () => (await readFile(pdf).catch(() => Buffer.alloc(0))).toString('latin1', 0, 5))
      .toBe('%PDF-');

    const opened = app.page.context().waitForEvent('page');
    await desktop.pressAppMenu('Ticket > Open in its own window');
    const alone: Page = await opened;
    const own = new ConsolePage(() => alone);
    await expect(own.message('Smoke, and more smoke')).toBeVisible();
    await expect(alone.getByRole('navigation', { name: 'Views' })).toBeHidden();
    await expect(alone.getByRole('link', { name: 'Back to the list' })).toBeHidden();
    await own.reply('Written in its own window');
    await expect(desk.message('Written in its own window')).toBeVisible();
    await expect.poll(async () => (await desktop.read()).windows.map(({ title }) => title)).toHaveLength(2);

    await desktop.pressAppMenu('Ticket > Open in its own window');
    expect((await desktop.read()).windows).toHaveLength(2);
    await desktop.openContextMenu({
      dictionarySuggestions: ['receive'],
      misspelledWord: 'recieve',
      isEditable: false,
      editFlags: {},
      linkURL: '',
      selectionText: '',
    });
    const { contextMenus } = await desktop.read();
    expect(contextMenus.at(-1)?.map(({ label }) => label)).toEqual(['receive', 'Add to the dictionary']);

    await desk.signOut();
    await expect.poll(async () => (await desktop.read()).windows).toHaveLength(1);
  });
});
