/** What one step of a run came to. A step without tests of its own counts as one. */
export interface StepResult {
  readonly name: string;
  readonly durationMs: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One line for a person: outcome, name, time, and the counts where there is more than one. */
export function formatStep(result: StepResult): string {
  const mark = result.failed === 0 ? '✓' : '✗';
  const seconds = `${(result.durationMs / 1000).toFixed(1)} s`;
  const total = result.passed + result.failed + result.skipped;
  const counts = total === 1 ? '' : `  ${formatCounts(result)}`;
  return `${mark} ${result.name.padEnd(14)}${seconds.padStart(8)}${counts}`;
}

export function formatCounts(result: Pick<StepResult, 'passed' | 'failed' | 'skipped'>): string {
  const skipped = result.skipped === 0 ? '' : `, ${result.skipped} skipped`;
  return `${result.passed} passed, ${result.failed} failed${skipped}`;
}
