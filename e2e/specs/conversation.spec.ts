import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

const letter = `<p>Hello,</p><p onclick="steal()">see <a href="https://evil.example/in">www.bank.example</a>
  <script>window.stolen = true</script><img src="https://tracker.example/a.png" alt="Receipt"></p>`;

test('a letter in HTML does no harm, and its images wait until they are asked for', async ({ app, api }) => {
  const { desk, id } = await openOwnTicket(app, api);
  const { page } = app;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await api.postMessage(id, letter);
  const message = desk.message('Hello,');
  await expect(message.getByRole('link', { name: 'www.bank.example [evil.example]' })).toHaveAttribute(
    'href',
    'https://evil.example/in',
  );
  await expect(message.getByText('▢ Receipt')).toBeVisible();
  await expect(message.locator('script, [onclick], img')).toHaveCount(0);
  expect(asked.filter((url) => url.includes('tracker.example'))).toEqual([]);

  await page.route('https://tracker.example/**', (route) => route.abort());
  await message.getByRole('button', { name: 'Show images' }).click();
  await expect.poll(() => asked.filter((url) => url.includes('tracker.example')).length).toBe(1);
  expect(await page.evaluate('"stolen" in window')).toBe(false);
});

test('a second matter becomes a ticket of its own, and goes back', async ({ app, api }) => {
  const { desk, id } = await openOwnTicket(app, api);
  const { page } = app;
  await api.postMessage(id, 'By the way, my invoice is wrong.');
  const message = desk.message('By the way');
  await message.hover();
  await message.getByRole('button', { name: 'Message actions' }).click();
  await page.getByRole('menuitem', { name: 'Split into a new ticket…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Split into a new ticket' });
  await expect(dialog.getByLabel('Description')).toHaveValue('By the way, my invoice is wrong.');
  await expect(dialog.getByLabel('Name')).toHaveValue('Asha Customer');
  await dialog.getByLabel('Subject').fill('The invoice is wrong');
  await dialog.getByRole('button', { name: 'Create ticket' }).click();
  await expect(desk.subject).toHaveText('The invoice is wrong');
  await desk.press('z');
  await expect(page.getByText(`This ticket was merged into #${id}`)).toBeVisible();
});
