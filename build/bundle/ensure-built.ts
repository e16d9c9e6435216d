import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyDocsAssets } from './docs-assets.ts';
import { fingerprint } from './fingerprint.ts';
import { outDir, type Target } from './targets.ts';

/** Beside the folder, not in it: the node serves what is in the renderer's. */
const stampPath = (target: Target): string => join(outDir, `${target.name}.built-from`);

/** Builds those targets whose sources changed since they were built last. */
export async function ensureBuilt(targets: readonly Target[]): Promise<void> {
  const stale = targets.filter((target) => readStamp(target) !== fingerprint(target));
  if (stale.length === 0) return;
  console.log(`Building ${stale.map((target) => target.name).join(', ')}…`);
  const startedAtMs = performance.now();
  for (const target of stale) await buildTarget(target);
  console.log(`Built in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
}

/** Builds beside the old folder and swaps at the end: a failed build, or one that runs twice at once, breaks nothing. */
async function buildTarget(target: Target): Promise<void> {
  const finalDir = join(outDir, target.name);
  const freshDir = `${finalDir}.next-${process.pid}`;
  const oldDir = `${finalDir}.old-${process.pid}`;
  const builtFrom = fingerprint(target);
  mkdirSync(freshDir, { recursive: true });
  try {
    await bundle(target, freshDir);
    moveAway(finalDir, oldDir);
    renameSync(freshDir, finalDir);
    writeFileSync(stampPath(target), builtFrom);
  } finally {
    rmSync(freshDir, { recursive: true, force: true });
    rmSync(oldDir, { recursive: true, force: true });
  }
}

/** The bundlers are heavy, so they are loaded only when something is to be built. */
async function bundle(target: Target, dir: string): Promise<void> {
  if (target.name === 'renderer') {
    const { bundleRenderer } = await import('./renderer-bundle.ts');
    await bundleRenderer(dir);
  } else {
    const { bundleForNode } = await import('./node-bundles.ts');
    await bundleForNode(target.name, dir);
    if (target.name === 'server') copyDocsAssets(dir);
  }
}

function moveAway(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readStamp(target: Target): string | undefined {
  if (!existsSync(join(outDir, target.name))) return undefined;
  try {
    return readFileSync(stampPath(target), 'utf8');
  } catch {
    return undefined;
  }
}
