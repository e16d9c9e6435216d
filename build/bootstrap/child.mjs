import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How often to look whether whoever started this process is still there. */
const parentCheckMs = 250;
/** A terminal's Ctrl-C arrives from the terminal and again from npm; once is enough. */
const repeatedSignalMs = 500;

/**
 * Runs a program in this process's place: same terminal, signals passed on, and this process ends as it ends. When npm
 * dies without passing on a signal, the program is asked to stop too, so that no node is left behind on its port.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function becomeChild(file, args, options) {
  const child = spawn(file, args, { stdio: 'inherit', ...options });
  forwardSignals(child);
  stopWithParent(() => child.kill('SIGTERM'));

  child.on('error', (error) => {
    console.error(`Could not run ${file}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  let lastSignalAtMs = 0;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // The terminal sends its own SIGINT to every process that it shows.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      if (Date.now() - lastSignalAtMs < repeatedSignalMs) return;
      lastSignalAtMs = Date.now();
      child.kill(signal);
    });
  }
}

/**
 * Calls back once npm, which started this process, is gone. A process that a person started by hand may outlive its
 * shell, so nothing is watched then.
 *
 * @param {() => void} stop
 */
function stopWithParent(stop) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const ancestors = npmAndShell();
  const timer = setInterval(() => {
    if (npmAndShell() === ancestors) return;
    clearInterval(timer);
    stop();
  }, parentCheckMs);
  timer.unref();
}

/** npm runs a script in a shell, which outlives it when npm is killed; where it can be told, both are looked at. */
function npmAndShell() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return `${parent}`;
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes('build/run.mjs');
    if (!isShell) return `${parent}`;
    // "pid (name) state ppid …", where the name may hold anything.
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    return `${parent} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return `${parent}`;
  }
}
