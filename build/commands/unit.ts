import { become } from '../process/become.ts';
import { packageScript } from '../process/node-program.ts';

const args = ['run', '--config', 'build/vitest.config.ts', ...process.argv.slice(2)];
become(process.execPath, packageScript('vitest/vitest.mjs', ...args));
