import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';

test('many tickets are changed at once, without a network, and taken back; what cannot be changed is told', async ({
  app,
  api,
  cable,
}) => {
  const agent = await api.createAgent('Noor Agent');
  const ids: number[] = [];
  for (const subject of ['First', 'Second', 'Third', 'Fourth']) {
    const id = await api.createTicket({ subject });
    await api.assign(id, agent);
    ids.push(id);
  }
  const desk = new ConsolePage(() => app.page);
  await desk.signIn(agent);
  await expect(desk.ticket(ids[3] ?? 0)).toBeVisible();

  await cable.cut();
  await desk.isOffline();
  // The newest is on top.
  for (const key of ['j', 'Shift+J', 'Shift+J']) await desk.press(key);
  await expect(desk.selection).toContainText('3 selected');
  await desk.press('s');
  await app.page.getByRole('menuitem', { name: 'On hold' }).click();
  await expect(desk.messagesToMe).toContainText('3 tickets · Status: On hold');
  await expect(desk.ticket(ids[3] ?? 0)).toHaveAccessibleName(/On hold/);
  await expect(desk.ticket(ids[0] ?? 0)).toHaveAccessibleName(/In progress/);
  await desk.hasQueued(3);

  await desk.press('z');
  await expect(desk.messagesToMe).toContainText('Undone: 3 changes');
  await expect(desk.ticket(ids[3] ?? 0)).toHaveAccessibleName(/In progress/);

  await desk.press('ControlOrMeta+a');
  await expect(desk.selection).toContainText('4 selected');
  await desk.checkbox(ids[1] ?? 0).click();
  await desk.press('e');
  await expect(desk.messagesToMe).toContainText('3 tickets · Status: Resolved');
  await expect(desk.ticket(ids[3] ?? 0)).toBeHidden();
  await expect(desk.ticket(ids[1] ?? 0)).toBeVisible();

  await cable.restore();
  await desk.comesBack();
  await expect.poll(async () => (await api.readTicket(ids[3] ?? 0))['status']).toBe('resolved');
  expect((await api.readTicket(ids[1] ?? 0))['status']).toBe('in_progress');

  // A ticket cannot be set back to every status, which is told ticket by ticket.
  await desk.openView('Closed');
  await desk.checkbox(ids[3] ?? 0).click();
  await cable.cut();
  await desk.isOffline();
  await desk.press('s');
  await app.page.getByRole('menuitem', { name: 'On hold' }).click();
  const problems = app.page.getByRole('dialog', { name: '1 ticket was not changed' });
  await expect(problems).toContainText('A ticket cannot go from Resolved to On hold');
  await problems.getByRole('link', { name: 'Fourth' }).click();
  await expect(desk.subject).toHaveText('Fourth');
});
