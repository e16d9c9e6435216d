// The desktop package, looked into once it is made: `npm run package`, with electron-builder's own arguments.
// `--dir` makes the bare folder, over a placeholder where Electron cannot be had; `--journeys` also drives what is in it.

import { rmSync } from 'node:fs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { allTargets } from '../bundle/targets.ts';
import { useChromium } from '../machine/chromium.ts';
import { ensureElectron } from '../machine/electron.ts';
import { checkPackage, toMegabytes } from '../package/check-package.ts';
import { runJourneys } from '../package/journeys.ts';
import { writeNotices } from '../package/notices.ts';
import { findPackagedApps, packagesDir } from '../package/packaged-app.ts';
import { createPlaceholderElectron } from '../package/placeholder-electron.ts';
import { packageScript } from '../process/node-program.ts';
import { runLoudly } from '../process/run-loudly.ts';

const args = process.argv.slice(2);
const isTried = args.includes('--journeys');
const builderArgs = args.filter((argument) => argument !== '--journeys');

await ensureBuilt(allTargets);
writeNotices();
rmSync(packagesDir, { recursive: true, force: true });
const exitCode = await runLoudly(
  packageScript('electron-builder/cli.js', '--publish', 'never', ...builderArgs, ...(await distribution())),
);
process.exitCode = exitCode === 0 ? await inspect() : exitCode;

async function distribution(): Promise<string[]> {
  if (!builderArgs.includes('--dir') || (await ensureElectron()) !== undefined) return [];
  console.log('Electron cannot be had here: the package is made over a placeholder and does not run.');
  return [`-c.electronDist=${createPlaceholderElectron()}`];
}

async function inspect(): Promise<number> {
  const apps = findPackagedApps();
  let failures = apps.length === 0 ? 1 : 0;
  for (const app of apps) {
    const { files, payloadBytes, problems } = await checkPackage(app);
    const verdict = problems.length === 0 ? 'as it should be' : `wrong:\n  ${problems.join('\n  ')}`;
    console.log(`${app.name}: ${files.length} files of our own, ${toMegabytes(payloadBytes)}, ${verdict}`);
    failures += problems.length;
    if (isTried && problems.length === 0) {
      await useChromium();
      failures += (await runJourneys(app)).failed;
    }
  }
  return Math.min(failures, 1);
}
