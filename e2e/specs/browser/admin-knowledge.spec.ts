import { expect } from 'playwright/test';
import { admin as superAdmin } from '../../fixtures/node-process.ts';
import { test } from '../../fixtures/test.ts';
import { AdminPage } from '../../pages/admin-page.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { isAccessible } from '../../pages/is-accessible.ts';

test('what the bot lacked becomes an answer, and macros and promises are seen before they are saved', async ({
  app,
  api,
}) => {
  test.slow();
  const { page } = app;
  const [desk, area] = [new ConsolePage(() => page), new AdminPage(() => page)];
  await api.call('POST', '/api/chatbot/chat', { message: 'Do you deliver to the islands?' });
  await desk.signIn(superAdmin);
  await area.link.click();

  // From a question without an answer to the answer.
  await area.open('Bot');
  await expect(area.figure('Queries')).toHaveText('1');
  await isAccessible(page, 'bot');
  await area.main.getByRole('link', { name: '1 time' }).click();
  await expect(area.main).toContainText('Asked “Do you deliver to the islands?”');
  await expect(area.row('Do you deliver to the islands?')).toBeVisible();
  await area.main.getByRole('button', { name: 'Show all conversations' }).click();
  await area.main.getByRole('button', { name: 'Do you deliver to the islands?' }).click();
  const conversation = page.getByRole('dialog');
  await expect(conversation).toContainText('Customer,');
  await isAccessible(page, 'conversation with the bot');
  await conversation.getByRole('link', { name: 'Make this an FAQ' }).click();
  const answer = area.dialog('New answer');
  await expect(answer.getByLabel('Question')).toHaveValue('Do you deliver to the islands?');
  await answer.getByLabel('Answer').fill('Yes, the ferry takes two days longer.');
  await expect(answer.getByRole('region', { name: 'As the customer sees it' })).toContainText(
    'The ferry'.slice(4),
  );
  await isAccessible(page, 'answer');
  await answer.getByRole('button', { name: 'Create' }).click();
  await expect(desk.messagesToMe).toContainText('The bot and all consoles know it now');
  await area.main.getByRole('textbox', { name: 'Try a question' }).fill('do you deliver to islands');
  await area.main.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(area.main).toContainText('The bot answers with this by itself.');
  await isAccessible(page, 'answers');
  await area.act('Actions for “Do you deliver to the islands?”', 'Switch off');
  await expect(area.row('Do you deliver to the islands?')).toContainText('Switched off');

  await area.open('Macros');
  await area.main.getByRole('button', { name: 'New macro' }).click();
  const macro = area.dialog('New macro');
  await macro.getByLabel('Name').fill('Refund');
  await macro.getByRole('textbox', { name: 'Text' }).fill('Hello {{customer.name}}, it is on its way.');
  await macro.getByLabel('Set the status').selectOption('Resolved');
  const preview = macro.getByRole('region', { name: 'As the customer reads it' });
  await expect(preview).toContainText('Hello Robin Hale, it is on its way.');
  await expect(preview).toContainText('status: Resolved');
  await isAccessible(page, 'macro');
  await macro.getByRole('button', { name: 'Create' }).click();
  await expect(area.row('Refund')).toContainText('replies · status: Resolved');
  await isAccessible(page, 'macros');

  await area.open('SLA policies');
  await area.main.getByRole('button', { name: 'New policy' }).click();
  const policy = area.dialog('New SLA policy');
  await policy.getByLabel('Name').fill('Office hours');
  await policy.getByLabel('Time zone').fill('Europe/Berlin');
  await policy.getByLabel('First response: High').fill('60');
  await policy.getByLabel('Created').fill('2026-11-27T16:30');
  // Half an hour on Friday, half an hour on Monday.
  await expect(policy.getByRole('region', { name: 'Preview' })).toContainText(
    /due Monday,? 30 November.* 09:30/,
  );
  await policy.getByLabel('Monday').fill('nine to five');
  await expect(policy).toContainText('This is no working time: nine to five');
  await expect(policy.getByRole('button', { name: 'Create' })).toBeDisabled();
  await isAccessible(page, 'policy');
  await policy.getByLabel('Monday').fill('9-12, 13-17');
  await policy.getByRole('button', { name: 'Create' }).click();
  await expect(area.row('Office hours')).toContainText('39 h a week, Europe/Berlin');
  await isAccessible(page, 'policies');

  await area.open('Categories');
  await area.main.getByLabel('Department for “Damaged”').selectOption('Technical');
  await expect(desk.messagesToMe).toContainText('“Damaged” goes to Technical from now on');
  await expect(area.row('Damaged')).toContainText('Super Admin');
  await isAccessible(page, 'categories');
});
