// The console from Vite's dev server, at http://localhost:5173, with the node behind it, restarted on every change.

import { spawn } from 'node:child_process';
import { root } from '../bootstrap/root.mjs';
import { packageScript } from '../process/node-program.ts';

const programs = [
  ['--watch', '--watch-preserve-output', 'server/start.ts', ...process.argv.slice(2)],
  packageScript('vite/bin/vite.js', '--config', 'build/bundle/vite.config.ts'),
];

const children = programs.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

const stop = (): void => {
  for (const child of children) child.kill('SIGTERM');
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode = code ?? 0;
    stop();
  });
}
