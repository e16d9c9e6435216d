import { join } from 'node:path';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { outDir, serverTarget } from '../bundle/targets.ts';
import { become } from './become.ts';

/** Becomes the node's program with one of the words that it takes instead of flags. */
export async function becomeCommand(
  word: 'backup' | 'restore' | 'password',
  args: readonly string[],
): Promise<void> {
  await ensureBuilt([serverTarget]);
  become(process.execPath, [join(outDir, 'server/start.js'), word, ...args]);
}
