import { expect } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';

test.describe('the desktop app', () => {
  test('tells of what concerns its agent and opens it', async ({ app, api }) => {
    const desktop = app.desktop!;
    const desk = new ConsolePage(() => app.page);
    const agent = await api.createAgent('Noor Agent');
    await desk.signIn(agent);
    const id = await api.createTicket({ subject: 'The printer is on fire' });
    await api.assign(id, agent);
    await api.postMessage(id, 'It still burns');

    const shown = async (): Promise<string[]> =>
      (await desktop.read()).notifications.filter(({ isShown }) => isShown).map(({ title }) => title);
    await expect.poll(shown).toEqual([`New message: #${id} The printer is on fire`]);
    await expect.poll(async () => (await desktop.read()).badgeCount).toBe(1);
    await expect
      .poll(async () => (await desktop.read()).tray?.tooltip)
      .toBe('Waypost · 1 unread · Up to date');

    await desktop.closeWindow();
    expect((await desktop.read()).windows).toMatchObject([{ isVisible: false }]);
    await desktop.clickNotification((await desktop.read()).notifications.length - 1);
    expect((await desktop.read()).windows).toMatchObject([{ isVisible: true, isFocused: true }]);
    await expect(desk.message('It still burns')).toBeVisible();
    await expect.poll(async () => (await desktop.read()).badgeCount).toBe(0);
  });

  test('opens the ticket of a link, and does nothing else for one', async ({ app, api }) => {
    const desktop = app.desktop!;
    const desk = new ConsolePage(() => app.page);
    const agent = await api.createAgent('Noor Agent');
    const [id, other] = [await api.createTicket({ subject: 'Linked' }), await api.createTicket()];
    for (const ticket of [id, other]) await api.assign(ticket, agent);
    await desk.signIn(agent);
    await expect(desk.ticket(id)).toBeVisible();

    await desktop.startAgain(['waypost', `waypost://ticket/${id}`]);
    const linked = app.page.getByRole('region', { name: 'Ticket Linked' });
    await expect(linked).toBeVisible();
    for (const link of [
      `waypost://ticket/${other}/close`,
      'waypost://ticket/99999',
      'waypost://settings/1',
    ]) {
      await desktop.startAgain(['waypost', link]);
    }
    await expect(linked).toBeVisible();
    expect(await api.readTicket(other)).toMatchObject({ status: 'in_progress' });
  });
});
