import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageScript } from '../process/node-program.ts';
import { runQuietly } from '../process/run-quietly.ts';
import { canInstallDebianPackages, installDebianPackages } from './debian.ts';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Chromium draws boxes for text where no font is installed. */
const packageNames = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];

/**
 * Names the Chromium that tests drive in WAYPOST_CHROMIUM, unless it is named there already: the machine's own, or else
 * one installed now, by the system's package manager where that is allowed and by Playwright where not.
 */
export async function useChromium(): Promise<void> {
  process.env['WAYPOST_CHROMIUM'] ??= await ensureChromium();
}

async function ensureChromium(): Promise<string> {
  const there = findOnPath();
  if (there !== undefined) return there;

  console.log('No Chromium found: installing one for the tests…');
  if (canInstallDebianPackages() && (await installDebianPackages(packageNames))) {
    const installed = findOnPath();
    if (installed !== undefined) return installed;
  }
  return installWithPlaywright();
}

async function installWithPlaywright(): Promise<string> {
  const outcome = await runQuietly(
    process.execPath,
    packageScript('playwright/cli.js', 'install', 'chromium'),
  );
  if (outcome.exitCode !== 0)
    throw new Error(`Could not install a Chromium for the tests:\n${outcome.output}`);
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

function findOnPath(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.flatMap((folder) => programNames.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
