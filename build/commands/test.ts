// Everything, on a machine that may have nothing yet; the last line is the count of it all.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { runE2eTests } from '../checks/e2e-tests.ts';
import { runChecks } from '../checks/run-checks.ts';
import { runUnitTests } from '../checks/unit-tests.ts';
import { useChromium } from '../machine/chromium.ts';
import { asStep } from '../process/as-step.ts';
import { formatCounts, formatStep, type StepResult } from '../process/step-result.ts';

const results: StepResult[] = [];

results.push(...(await runChecks(false)));
results.push(await runUnitTests());
const build = await asStep('build', () => ensureBuilt(allTargets));
results.push(build);
if (build.failed === 0 && existsSync(join(root, 'e2e/playwright.config.ts'))) {
  const chromium = await asStep('chromium', useChromium);
  results.push(chromium);
  if (chromium.failed === 0) results.push(await runE2eTests());
}

const total = (key: 'passed' | 'failed' | 'skipped'): number =>
  results.reduce((sum, result) => sum + result[key], 0);
const counts = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
console.log(['', ...results.map(formatStep), '', formatCounts(counts)].join('\n'));
process.exitCode = counts.failed === 0 ? 0 : 1;
