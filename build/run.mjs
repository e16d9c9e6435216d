// Every npm script starts here: `node build/run.mjs <command> [arguments]`.
//
// Plain JavaScript without dependencies, because it runs before anything is installed and under whatever Node the
// machine has. It installs what package-lock.json says, then hands over to the Node 24 that the lock brings.

import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { runCommand } from './bootstrap/launch.mjs';
import { findRuntime } from './bootstrap/runtime.mjs';

const commands = [
  'start',
  'serve',
  'dev',
  'build',
  'check',
  'unit',
  'e2e',
  'test',
  'bench',
  'simulate',
  'backup',
  'restore',
  'password',
  'faults',
  'package',
  'icons',
  'package-node',
];

const [command = '', ...args] = process.argv.slice(2);

if (!commands.includes(command)) {
  console.error(`Usage: node build/run.mjs <${commands.join(' | ')}> [arguments]`);
  process.exit(2);
}

const installExitCode = await ensureDependencies();
if (installExitCode !== 0) process.exit(installExitCode);

const runtime = findRuntime();
if (runtime === undefined) {
  console.error(
    `Waypost needs Node 24 or newer; this is ${process.version}. Run \`npm ci\`, which brings it.`,
  );
  process.exit(1);
}

runCommand(runtime, command, args);
