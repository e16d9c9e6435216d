import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import type { ConsoleKind } from './fixtures/choose-target.ts';

const outputDir = join(import.meta.dirname, '../build/out/e2e');

/** Each test starts a node and real browsers: two at once are what two cores carry. */
const workers = 2;

export default defineConfig<{ consoleKind: ConsoleKind }>({
  testDir: './specs',
  outputDir: join(outputDir, 'results'),
  fullyParallel: true,
  workers,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: join(outputDir, 'report.json') }]],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Without pictures of every frame, which took a third of the whole time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
  },
  projects: [
    // Only browsers have tabs.
    { name: 'desktop', use: { consoleKind: 'desktop' }, testIgnore: 'browser/**' },
    // A browser has no tray, no node of its own and no app around the page.
    { name: 'browser', use: { consoleKind: 'browser' }, testIgnore: 'desktop/**' },
  ],
});
