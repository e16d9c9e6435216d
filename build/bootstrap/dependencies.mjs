import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const lockPath = join(root, 'package-lock.json');
const modulesPath = join(root, 'node_modules');
/** Written last, so that an interrupted install is repeated. */
const stampPath = join(modulesPath, '.waypost-lock-hash');

/**
 * Installs the locked dependencies unless they are there already.
 *
 * @returns {Promise<number>} npm's exit code, 0 when there was nothing to do
 */
export async function ensureDependencies() {
  const lock = readFileSync(lockPath);
  const stamp = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
  if (readText(stampPath) === stamp) return 0;

  if (!installedMatches(lock.toString('utf8'))) {
    const reason = existsSync(modulesPath) ? 'package-lock.json changed' : 'first run';
    console.log(`Installing dependencies (${reason})…`);
    const exitCode = await install();
    if (exitCode !== 0) return exitCode;
  }
  writeFileSync(stampPath, stamp);
  return 0;
}

/**
 * Somebody may have run `npm install` by hand: then npm's own record of what it installed agrees with the lock, and a
 * clean install would only take time (and take away the modules of whatever else runs in this folder).
 *
 * @param {string} lockText
 */
function installedMatches(lockText) {
  const recordText = readText(join(modulesPath, '.package-lock.json'));
  if (recordText === undefined) return false;
  const installed = JSON.parse(recordText).packages;
  const wanted = Object.entries(JSON.parse(lockText).packages);
  return wanted.every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/**
 * `npm install` that saves nothing brings the locked versions as `npm ci` does, but also where the registry at hand lacks
 * some other platform's optional packages, and without first taking away what is there.
 *
 * @returns {Promise<number>}
 */
function install() {
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells its scripts where it is; started without npm, the one on the PATH serves.
  const npmScript = process.env['npm_execpath'];
  const [file, prefix, shell] = npmScript?.endsWith('.js')
    ? [process.execPath, [npmScript], false]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', [], process.platform === 'win32'];

  return new Promise((resolve) => {
    const child = spawn(file, [...prefix, ...args], { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      console.error(`Could not run npm: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      if (code !== 0) console.error(output.trimEnd());
      resolve(code ?? 1);
    });
  });
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
