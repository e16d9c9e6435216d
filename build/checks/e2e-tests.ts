import { join } from 'node:path';
import { outDir } from '../bundle/targets.ts';
import { packageScript } from '../process/node-program.ts';
import { runReported } from '../process/run-reported.ts';
import type { StepResult } from '../process/step-result.ts';

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

interface E2eSelection {
  /** For Playwright: projects and files; everything when left out. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The built product, driven from outside, by the Chromium that WAYPOST_CHROMIUM names. */
export function runE2eTests({ args = [], env = {} }: E2eSelection = {}): Promise<StepResult> {
  const reportPath = join(outDir, 'reports/e2e.json');
  return runReported({
    name: 'e2e',
    args: packageScript(
      'playwright/cli.js',
      'test',
      '--config=e2e/playwright.config.ts',
      '--reporter=list,json',
      ...args,
    ),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath },
    reportPath,
    readCounts: (json) => {
      const { stats } = json as PlaywrightReport;
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    },
  });
}
