import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { runLoudly } from './run-loudly.ts';
import type { StepResult } from './step-result.ts';

export type Counts = Pick<StepResult, 'passed' | 'failed' | 'skipped'>;

export interface ReportedRun {
  readonly name: string;
  /** Arguments of this Node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the test runner leaves its JSON report, and how to read the counts from it. */
  readonly reportPath: string;
  readonly readCounts: (report: unknown) => Counts;
}

/** Runs a test runner with its own output on the terminal, and counts from its report. */
export async function runReported(run: ReportedRun): Promise<StepResult> {
  const startedAtMs = performance.now();
  rmSync(run.reportPath, { force: true });
  mkdirSync(dirname(run.reportPath), { recursive: true });
  const exitCode = await runLoudly(run.args, run.env);
  const counts = readReport(run) ?? { passed: 0, failed: 0, skipped: 0 };
  return {
    name: run.name,
    durationMs: performance.now() - startedAtMs,
    ...counts,
    // A runner that fails without a failed test (a file that does not load, a crash) has failed all the same.
    failed: exitCode === 0 ? counts.failed : Math.max(1, counts.failed),
  };
}

function readReport(run: ReportedRun): Counts | undefined {
  try {
    return run.readCounts(JSON.parse(readFileSync(run.reportPath, 'utf8')));
  } catch {
    return undefined;
  }
}
