import { expect, type Page } from 'playwright/test';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'New view' });

/** Adds a condition to the view that is written. @returns its row */
async function addCondition(page: Page, field: string) {
  const rows = dialogOf(page).getByRole('group', { name: /^Condition: / });
  await dialogOf(page).getByRole('button', { name: 'Add a condition' }).click();
  const row = rows.last();
  await row.getByLabel('What is asked').selectOption(field);
  return row;
}

test('a view is written with a live count, opened by its key and its link, shared, changed and deleted', async ({
  openConsole,
  api,
}) => {
  test.slow();
  const [noor, zoe] = [await api.createAgent('Noor Agent'), await api.createAgent('Zoe Quill')];
  const refund = await api.createTicket({ subject: 'Where is my refund', priority: 'critical' });
  const printer = await api.createTicket();
  const [first, second] = [await openConsole({ name: 'noor' }), await openConsole({ name: 'zoe' })];
  const [noors, zoes] = [new ConsolePage(() => first.page), new ConsolePage(() => second.page)];
  await noors.signIn(noor);
  await zoes.signIn(zoe);
  const { page } = first;

  await page.getByRole('button', { name: 'New view' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByText('2 tickets fit now')).toBeVisible();
  await dialog.getByLabel('Name').fill('Refunds');
  const text = await addCondition(page, 'Any text');
  await expect(dialog.getByText('A condition is not complete yet.')).toBeVisible();
  await text.getByLabel('Value').fill('refund');
  await expect(dialog.getByText('1 ticket fits now')).toBeVisible();
  const priority = await addCondition(page, 'Priority');
  await priority.getByRole('button', { name: 'Critical' }).click();
  await dialog.getByLabel('Who sees it').selectOption('A team');
  await dialog.getByRole('button', { name: 'Create view' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible();
  await expect(noors.ticket(refund)).toBeVisible();
  await expect(noors.ticket(printer)).toBeHidden();
  const address = page.url();

  await noors.press('1');
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible();
  await noors.press('9');
  await expect(page.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible();
  await page.getByRole('button', { name: 'View actions' }).click();
  await page.getByRole('menuitem', { name: 'Put on top' }).click();
  await noors.press('2');
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible();
  await noors.command('refunds', 'Go to Refunds');
  await expect(noors.ticket(refund)).toBeVisible();

  await second.page.goto(address);
  await expect(second.page.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible();
  await expect(zoes.ticket(refund)).toBeVisible();
  await expect(zoes.view('Refunds')).toContainText('1');
  await api.createTicket({ subject: 'Refund, please', priority: 'critical' });
  await expect(zoes.view('Refunds')).toContainText('2');

  await page.getByRole('button', { name: 'View actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit the view' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit the view' });
  await editing.getByLabel('Name').fill('Money');
  await editing.getByRole('button', { name: 'Leave out: Priority' }).click();
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(second.page.getByRole('heading', { level: 1, name: 'Money' })).toBeVisible();

  await page.getByRole('button', { name: 'View actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete the view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the view' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible();
  await expect(second.page.getByText('It was deleted, or it is not shared with you.')).toBeVisible();
});
