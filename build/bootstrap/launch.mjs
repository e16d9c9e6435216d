import { delimiter, dirname, join } from 'node:path';
import { becomeChild } from './child.mjs';
import { root } from './root.mjs';

/**
 * Goes on under the given Node with `build/commands/<command>.ts`.
 *
 * @param {string} runtime
 * @param {string} command
 * @param {readonly string[]} args
 */
export function runCommand(runtime, command, args) {
  const entry = join(root, 'build/commands', `${command}.ts`);
  becomeChild(runtime, [entry, ...args], {
    cwd: root,
    // Tools whose first line is `#!/usr/bin/env node` get the same Node.
    env: { ...process.env, PATH: `${dirname(runtime)}${delimiter}${process.env['PATH'] ?? ''}` },
  });
}
