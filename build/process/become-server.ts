import { join } from 'node:path';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { outDir, rendererTarget, serverTarget } from '../bundle/targets.ts';
import { become } from './become.ts';

/** Becomes the node, with the console that it serves to browsers. */
export async function becomeServer(args: readonly string[]): Promise<void> {
  await ensureBuilt([serverTarget, rendererTarget]);
  const entry = join(outDir, 'server/start.js');
  // Source maps stay off: they cost the node 35 MB. NODE_OPTIONS=--enable-source-maps turns them on.
  become(process.execPath, [entry, ...args], { NODE_COMPILE_CACHE: join(outDir, '.compile-cache') });
}
