import { createHash, type Hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import type { Target } from './targets.ts';

const testFile = /\.test\.tsx?$/;

/** Changes whenever a source of the target does: names, sizes and times of writing, which is fast enough for every start. */
export function fingerprint(target: Target): string {
  const hash = createHash('sha256');
  hash.update(process.versions.node);
  for (const source of target.sources) addPath(hash, source);
  return hash.digest('hex');
}

function addPath(hash: Hash, path: string): void {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).toSorted()) {
    if (!testFile.test(name)) addPath(hash, `${path}/${name}`);
  }
}
