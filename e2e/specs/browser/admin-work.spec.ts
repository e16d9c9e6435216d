import { readFile } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { admin as superAdmin } from '../../fixtures/node-process.ts';
import { test } from '../../fixtures/test.ts';
import { AdminPage } from '../../pages/admin-page.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { isAccessible } from '../../pages/is-accessible.ts';

test('an admin looks behind the figures, and hands over what somebody leaves behind', async ({
  app,
  api,
  cable,
}) => {
  test.slow();
  const { page } = app;
  const [desk, area] = [new ConsolePage(() => page), new AdminPage(() => page)];
  const noor = await api.createAgent('Noor Agent');
  await api.createAgent('Kim Agent');
  for (const subject of ['First', 'Second']) await api.assign(await api.createTicket({ subject }), noor);
  const lonely = await api.createTicket({ subject: 'Nobody has me' });
  await desk.signIn(superAdmin);
  await area.link.click();
  await area.isAt('Dashboards');

  // Every number states its formula and opens what it counts.
  await expect(area.figure('Created')).toHaveText('3');
  await page.getByRole('button', { name: 'How “Created” is counted' }).click();
  await expect(page.getByText('Tickets created in the period, whatever became of them.')).toBeVisible();
  await isAccessible(page, 'dashboards');
  const download = page.waitForEvent('download');
  await area.main
    .getByRole('region', { name: 'Volume' })
    .getByRole('button', { name: 'Export as CSV' })
    .click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toMatch(/day,created,ended,backlog\r\n(.+\r\n)*.+,3,0,3\r\n$/);
  await area.figure('Created').click();
  await area.isAt('Tickets');
  await expect(area.main).toContainText('3 tickets are behind the number.');
  await expect(area.row('Nobody has me')).toBeVisible();
  await isAccessible(page, 'tickets behind a figure');

  // The node chooses whom, and says why.
  await area.open('Unassigned queue');
  await area.main.getByRole('checkbox', { name: `Select #${lonely} Nobody has me` }).check();
  await isAccessible(page, 'queue');
  await area.main.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(desk.messagesToMe).toContainText('1 ticket assigned');
  await expect(area.main).toContainText('Nobody waits');
  await page.getByText('Assignments', { exact: true }).click();
  await expect(area.row('Nobody has me')).toContainText('Kim Agent had 0 of 10 tickets (0%)');
  await isAccessible(page, 'assignments');

  // Who leaves hands over what is open.
  await area.open('Users and agents');
  await expect(area.row('Noor Agent')).toContainText('2 of 10, 20%');
  await isAccessible(page, 'people');
  await area.act('Actions for “Noor Agent”', 'Deactivate…');
  const leaving = area.dialog('Deactivate Noor Agent?');
  await leaving.getByRole('radio', { name: 'All to one colleague' }).check();
  await leaving.getByRole('combobox', { name: 'Colleague' }).selectOption('Kim Agent');
  await isAccessible(page, 'departure');
  await leaving.getByRole('button', { name: 'Deactivate' }).click();
  await expect(desk.messagesToMe).toContainText('Noor Agent is deactivated · 2 tickets handed over');
  await expect(area.row('Kim Agent')).toContainText('3 of 10, 30%');
  await area.open('Audit log');
  await expect(area.row('Handed over tickets')).toContainText('Noor Agent');
  await area
    .row('Handed over tickets')
    .getByRole('button', { name: /Noor Agent/ })
    .click();
  await expect(area.row('Noor Agent')).toHaveCount(3);
  await isAccessible(page, 'audit log');
  const log = page.waitForEvent('download');
  await area.main.getByRole('button', { name: 'Export as CSV' }).click();
  expect(await readFile(await (await log).path(), 'utf8')).toMatch(
    /Super Admin,tickets_handed_over,user,.+Noor Agent/,
  );
  await area.main.getByRole('button', { name: 'Show all of this kind' }).click();
  await expect(area.row('Exported records')).toHaveCount(0);
  await area.main.getByLabel('What was changed').selectOption('');
  await expect(area.row('Exported records')).toContainText('Export audit');

  // Without the network it says so, and goes on by itself.
  await area.open('Users and agents');
  await expect(area.row('Kim Agent')).toBeVisible();
  await cable.cut();
  await desk.isOffline();
  await area.open('System health');
  await expect(area.main).toContainText('This needs the network');
  await isAccessible(page, 'offline');
  await cable.restore();
  await desk.comesBack();
  await expect(area.main.getByText('Processor').first()).toBeVisible();
  await isAccessible(page, 'health');
  await area.figure('Disk').click();
  await expect(area.main.getByLabel('Which alerts')).toHaveValue('disk_usage');
  await area.figure('Open tickets').click();
  await area.isAt('Tickets');
  await expect(area.row('Nobody has me')).toBeVisible();
});

test('an admin makes a user, who is none and sees no more than that, until they are made more', async ({
  app,
  openConsole,
  api,
}) => {
  test.slow();
  const { page } = app;
  const [desk, area] = [new ConsolePage(() => page), new AdminPage(() => page)];
  const [waiting, taken] = [await api.createTicket({ subject: 'Waits' }), await api.createTicket()];
  await api.assign(taken, await api.createAgent('Kim Agent'));
  await desk.signIn(superAdmin);
  await area.link.click();
  await area.open('Users and agents');
  await area.main.getByRole('button', { name: 'New user' }).click();
  const form = area.dialog('New user');
  await form.getByLabel('Full name').fill('Ada Quill');
  await form.getByLabel('User name').fill('ada');
  await form.getByLabel('Email').fill('ada@example.com');
  await form.getByLabel('First password').fill('too short');
  await form.getByRole('button', { name: 'Create user' }).click();
  await expect(form.getByRole('alert')).toContainText('At least 8 characters');
  await isAccessible(page, 'new user, refused');
  const password = 'Waypost-e2e-Ada-1!';
  await form.getByLabel('First password').fill(password);
  await form.getByRole('button', { name: 'Create user' }).click();
  await expect(desk.messagesToMe).toContainText('Ada Quill can sign in now');
  await area.main.getByRole('switch', { name: 'Ada Quill takes new tickets' }).click({ force: true });
  await expect(desk.messagesToMe).toContainText('Ada Quill takes no new tickets');

  const other = await openConsole({ name: 'ada' });
  const [hers, herArea] = [new ConsolePage(() => other.page), new AdminPage(() => other.page)];
  await hers.signIn({ username: 'ada', password });
  await expect(herArea.link).toBeHidden();
  await other.page.goto(`${new URL(other.page.url()).origin}/#/admin/people`);
  await expect(herArea.main).toContainText('Only for admins');
  await hers.openView('All open');
  await expect(hers.ticket(waiting)).toBeHidden();

  // What somebody sees follows from what they are, while they look at it.
  await area.act('Actions for “Ada Quill”', 'Edit');
  const edited = area.dialog('Edit Ada Quill');
  await edited.getByLabel('Department').selectOption('Technical');
  await edited.getByRole('button', { name: 'Save' }).click();
  await expect(hers.messagesToMe).toContainText('You are now agent in Technical');
  await expect(hers.ticket(waiting)).toBeVisible();
  await expect(hers.ticket(taken)).toBeHidden();
  await api.setRole('ada', 'ADMIN');
  await expect(hers.messagesToMe).toContainText('Your role is now admin');
  await expect(hers.ticket(taken)).toBeVisible();
  await herArea.link.click();
  await herArea.open('Users and agents');
  await expect(herArea.row('Kim Agent')).toBeVisible();
  await api.setRole('ada', 'SUPPORT');
  await expect(herArea.main).toContainText('Only for admins');
  await hers.openView('All open');
  await expect(hers.ticket(taken)).toBeHidden();
  await expect(herArea.link).toBeHidden();
});
