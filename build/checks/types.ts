import { packageScript } from '../process/node-program.ts';
import { runQuietly, type Outcome } from '../process/run-quietly.ts';

/** One project a folder, and more where a folder's sources may use less than its tests. */
const projects = [
  'shared',
  'shared/tsconfig.pure.json',
  'server',
  'main',
  'renderer',
  'renderer/tsconfig.window.json',
  'renderer/tsconfig.worker.json',
  'build',
  'e2e',
];

/** The compiler itself works on several projects' files in parallel, so they come one by one. */
export async function checkTypes(): Promise<Outcome> {
  let exitCode = 0;
  let output = '';
  for (const project of projects) {
    const outcome = await runQuietly(process.execPath, packageScript('typescript/bin/tsc', '-p', project));
    exitCode = Math.max(exitCode, outcome.exitCode);
    output += outcome.output;
  }
  return { exitCode, output };
}
