import { expect, type Locator } from 'playwright/test';
import { admin as superAdmin } from '../../fixtures/node-process.ts';
import { test } from '../../fixtures/test.ts';
import { AdminPage } from '../../pages/admin-page.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { isAccessible } from '../../pages/is-accessible.ts';

/** Of another system: one that nobody understands, and one that is open among those that ended years ago. */
const tickets = `Ticket ID,Subject,Status,Description,Created at,Closed at
Z-1,Came with the file,open,,,
Z-2,Nobody knows,whatever,,,
Z-3,The lantern flickers,closed,It flickers at dusk.,2020-01-07,2020-01-09
Z-4,The lantern is dark,closed,It was bright before.,2020-01-08,2020-01-09
`;

test('channels are tested, dead letters sent again, secrets shown once, backups made, and tickets imported', async ({
  app,
  api,
  node,
  cable,
  openConsole,
}) => {
  test.slow();
  const { page } = app;
  const [desk, area] = [new ConsolePage(() => page), new AdminPage(() => page)];
  await desk.signIn(superAdmin);
  await area.link.click();

  // A mail server that nobody runs: the test says what came back.
  await area.open('Channels');
  const email = area.main.getByRole('region', { name: 'Email' });
  await email.getByRole('button', { name: 'Set up' }).click();
  const form = area.dialog('Set up Email');
  await form.getByLabel('Address').fill('smtp://127.0.0.1:1');
  await form.getByLabel('Sender').fill('Desk <desk@example.com>');
  await isAccessible(page, 'channel');
  await form.getByRole('button', { name: 'Set up' }).click();
  await expect(email).toContainText('Set up here');
  await email.getByLabel('Test').fill('noor@example.com');
  await email.getByRole('button', { name: 'Send a test' }).click();
  await expect(email).toContainText('It was refused after');
  await isAccessible(page, 'channels');

  await api.createTicket({ subject: 'Tell the admins' });
  await area.open('Deliveries');
  const letter = area.row('Tell the admins').filter({ hasText: 'Email' });
  await expect(letter).toBeVisible();
  await letter.getByRole('button', { name: /New ticket/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Tell the admins');
  await isAccessible(page, 'delivery');
  await page.keyboard.press('Escape');
  await isAccessible(page, 'deliveries');
  await area.figure('Dead letters').click();
  await expect(area.main.getByLabel('State')).toHaveValue('failed');

  await area.open('API and webhooks');
  await area.main.getByRole('button', { name: 'New token' }).click();
  await area.dialog('New API token').getByLabel('Name').fill('Nightly report');
  await area.dialog('New API token').getByRole('button', { name: 'Create' }).click();
  const shown = area.dialog('This is shown once');
  const token = (await shown.getByLabel('Secret').textContent()) ?? '';
  await isAccessible(page, 'secret');
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  const read = await fetch(`${node.url}/api/v1/tickets`, { headers: { authorization: `Bearer ${token}` } });
  expect(read.status).toBe(200);
  await area.row('Nightly report').getByRole('button', { name: 'Revoke…' }).click();
  await area.dialog('Revoke “Nightly report”?').getByRole('button', { name: 'Revoke' }).click();
  await expect(area.main).toContainText('No tokens');
  await isAccessible(page, 'tokens and webhooks');

  await area.open('Backups');
  await expect(area.main).toContainText('There is no backup yet');
  await area.main.getByRole('button', { name: 'Back up now' }).click();
  await expect(desk.messagesToMe).toContainText('Backup made and verified');
  await expect(area.row(/waypost-.*\.sqlite/)).toBeVisible();
  await isAccessible(page, 'backups');

  // Tickets of another system: tried without a trace, then taken in.
  await area.open('Import');
  const file = { name: 'zendesk.csv', mimeType: 'text/csv', buffer: Buffer.from(tickets) };
  await area.main.getByLabel('CSV file').setInputFiles(file);
  await expect(area.main.getByLabel('Column for “Status”')).toHaveValue('Status');
  await isAccessible(page, 'columns of a file');
  await area.main.getByRole('button', { name: 'Try it' }).click();
  await expect(area.row('Status: nobody here knows “whatever”')).toBeVisible();
  await isAccessible(page, 'a file, tried');
  await area.main.getByRole('button', { name: 'Import 3 tickets' }).click();
  await expect(area.figure('Came in')).toHaveText('3');
  await area.figure('Came in').click();
  await expect(area.row('Came with the file')).toBeVisible();

  // What ended long ago comes to no console by itself: it is found on the node, and fetched to be opened.
  const fresh = await openConsole({ name: 'fresh' });
  const later = new ConsolePage(() => fresh.page);
  await later.signIn(superAdmin);
  const findOnNode = async (text: string): Promise<Locator> => {
    await later.searchBox.fill(text);
    // Nothing on this computer has the word, so the node is asked at once.
    return later.searchHits.filter({ hasText: 'On the node' }).filter({ hasText: text });
  };
  await (await findOnNode('flickers')).click();
  await expect(later.message('It flickers at dusk.')).toBeVisible();
  const dark = await findOnNode('dark');
  await expect(dark).toBeVisible();
  await cable.cut();
  await later.isOffline();
  await dark.click();
  await expect(fresh.page.getByRole('main')).toContainText('This ticket is not on this computer');
  await cable.restore();
  await later.comesBack();
  await expect(later.message('It was bright before.')).toBeVisible();
});
