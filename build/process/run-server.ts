import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopWithParent } from '../bootstrap/child.mjs';
import { ensureBuilt } from '../bundle/ensure-built.ts';
import { outDir, rendererTarget, serverTarget } from '../bundle/targets.ts';

/** Becomes the node, with the console that it serves to browsers: the built server runs in this very process. */
export async function runServer(args: readonly string[]): Promise<void> {
  await ensureBuilt([serverTarget, rendererTarget]);
  const entry = join(outDir, 'server/start.js');
  if (!existsSync(entry)) throw new Error(`${entry} was not built`);
  stopWithParent(() => process.kill(process.pid, 'SIGTERM'));
  process.argv = [process.execPath, entry, ...args];
  process.setSourceMapsEnabled(true);
  enableCompileCache(join(outDir, '.compile-cache'));
  await import(pathToFileURL(entry).href);
}
