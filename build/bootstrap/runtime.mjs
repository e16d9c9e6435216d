import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const minimumMajor = 24;

/**
 * The Node that runs everything after the bootstrap: the one that package-lock.json pins, and only where that has no
 * binary (install scripts switched off, say) the current one, if it is new enough.
 *
 * @returns {string | undefined}
 */
export function findRuntime() {
  const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  return Number.parseInt(process.versions.node, 10) >= minimumMajor ? process.execPath : undefined;
}
