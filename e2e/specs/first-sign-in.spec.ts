import { expect } from 'playwright/test';
import { admin } from '../fixtures/node-process.ts';
import { test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';

test('a wrong password is told, the right one opens the inbox, and a restart finds the session', async ({
  app,
  window,
}) => {
  await expect(window).toHaveTitle(/Waypost/);
  await window.getByLabel('User name or email').fill(admin.username);
  await window.getByLabel('Password', { exact: true }).fill('not the password');
  await window.getByRole('button', { name: 'Sign in' }).click();
  await expect(window.getByRole('alert')).toBeVisible();

  const desk = new ConsolePage(() => app.page);
  await desk.signIn(admin);
  await expect(window.getByRole('heading', { name: 'Mine' })).toBeVisible();
  await expect(window.getByRole('navigation', { name: 'Views' })).toBeVisible();

  await app.restart();
  await desk.isLive();
});
