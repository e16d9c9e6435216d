import { expect } from 'playwright/test';
import { admin } from '../fixtures/node-process.ts';
import { test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';

test('a wrong password is told, the right one opens the inbox', async ({ window }) => {
  await window.getByLabel('User name or email').fill(admin.username);
  await window.getByLabel('Password', { exact: true }).fill('not the password');
  await window.getByRole('button', { name: 'Sign in' }).click();
  await expect(window.getByRole('alert')).toBeVisible();

  await new ConsolePage(() => window).signIn(admin);
  await expect(window.getByRole('heading', { name: 'Mine' })).toBeVisible();
  await expect(window.getByRole('navigation', { name: 'Views' })).toBeVisible();
});

test('a session outlives a restart of the console', async ({ app }) => {
  const desk = new ConsolePage(() => app.page);
  await desk.signIn(admin);
  await app.restart();
  await desk.isLive();
});
