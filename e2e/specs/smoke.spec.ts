import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';

test('the console opens on its sign-in screen', async ({ window }) => {
  await expect(window).toHaveTitle(/Waypost/);
  await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(window.getByLabel('Password', { exact: true })).toBeVisible();
});
