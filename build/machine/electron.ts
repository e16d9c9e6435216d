import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { outDir } from '../bundle/targets.ts';
import { packageScript } from '../process/node-program.ts';
import { runQuietly } from '../process/run-quietly.ts';

const fetchTimeoutMs = 60_000;
const retryAfterMs = 24 * 60 * 60 * 1000;
const failurePath = join(outDir, 'electron-fetch-failed.json');
const packageDir = join(root, 'node_modules/electron');

/** Electron's program, fetched if need be; undefined when it is not there and cannot be fetched. */
export async function ensureElectron(): Promise<string | undefined> {
  const version = readVersion();
  if (version === undefined) return undefined;
  const installed = findElectron();
  if (installed !== undefined || hasFailedLately(version)) return installed;

  console.log(`Fetching Electron ${version}…`);
  const outcome = await runQuietly(process.execPath, packageScript('electron/install.js'), {
    timeoutMs: fetchTimeoutMs,
  });
  if (outcome.exitCode === 0) {
    rmSync(failurePath, { force: true });
    return findElectron();
  }
  mkdirSync(outDir, { recursive: true });
  writeFileSync(failurePath, JSON.stringify({ version, failedAtMs: Date.now() }));
  return undefined;
}

function findElectron(): string | undefined {
  const program = readText(join(packageDir, 'path.txt'));
  if (program === undefined) return undefined;
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageDir, 'dist'), program);
  return existsSync(path) ? path : undefined;
}

/** A machine that cannot reach the download should not wait for it on every start. */
function hasFailedLately(version: string): boolean {
  const text = readText(failurePath);
  if (text === undefined) return false;
  const failure = JSON.parse(text) as { version: string; failedAtMs: number };
  return failure.version === version && Date.now() - failure.failedAtMs < retryAfterMs;
}

function readVersion(): string | undefined {
  const text = readText(join(packageDir, 'package.json'));
  return text === undefined ? undefined : (JSON.parse(text) as { version: string }).version;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
