import { becomeChild } from '../bootstrap/child.mjs';
import { packageScript } from '../process/node-program.ts';

const args = ['run', '--config', 'build/vitest.config.ts', ...process.argv.slice(2)];
becomeChild(process.execPath, packageScript('vitest/vitest.mjs', ...args), {});
