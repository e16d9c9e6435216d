import { packageScript } from '../process/node-program.ts';
import { runQuietly, type Outcome } from '../process/run-quietly.ts';
import { checkTypes } from './types.ts';

export interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** Corrects what it can; only some tools do. */
  readonly fix?: () => Promise<Outcome>;
}

const tool =
  (script: string, ...args: readonly string[]) =>
  (): Promise<Outcome> =>
    runQuietly(process.execPath, packageScript(script, ...args));

/** The slowest come first, so that the others fill the second core. */
export const checks: readonly Check[] = [
  { name: 'types', run: checkTypes },
  {
    name: 'lint',
    run: tool('oxlint/bin/oxlint', '--format=stylish'),
    fix: tool('oxlint/bin/oxlint', '--fix', '--silent'),
  },
  { name: 'dependencies', run: () => runQuietly(process.execPath, ['build/checks/cruise.mjs']) },
  {
    name: 'unused',
    run: tool('knip/bin/knip.js', '--config', 'build/checks/knip.json', '--no-config-hints'),
  },
  { name: 'format', run: tool('oxfmt/bin/oxfmt', '--check', '.'), fix: tool('oxfmt/bin/oxfmt', '.') },
];
