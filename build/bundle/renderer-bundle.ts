import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../bootstrap/root.mjs';

/** Builds the console, with its workers, into `dir`. */
export async function bundleRenderer(dir: string): Promise<void> {
  if (!existsSync(join(root, 'renderer/index.html'))) {
    console.log('  renderer/index.html is not there yet: skipped');
    return;
  }
  await build({
    configFile: join(root, 'build/bundle/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: dir, emptyOutDir: true },
  });
}
