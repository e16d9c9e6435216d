import { runChecks } from '../checks/run-checks.ts';
import { formatStep } from '../process/step-result.ts';

const results = await runChecks(process.argv.includes('--fix'));
for (const result of results) console.log(formatStep(result));
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;
