import { join } from 'node:path';
import { outDir } from '../bundle/targets.ts';
import { packageScript } from '../process/node-program.ts';
import { runReported } from '../process/run-reported.ts';
import type { StepResult } from '../process/step-result.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Every test beside the code. */
export function runUnitTests(): Promise<StepResult> {
  const reportPath = join(outDir, 'reports/unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return runReported({
    name: 'unit',
    args: packageScript('vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', ...reporters),
    reportPath,
    readCounts: (json) => {
      const report = json as VitestReport;
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    },
  });
}
