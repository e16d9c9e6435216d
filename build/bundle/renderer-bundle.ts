import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../bootstrap/root.mjs';

/** Builds the console, with its workers, into `dir`. */
export async function bundleRenderer(dir: string): Promise<void> {
  await build({
    configFile: join(root, 'build/bundle/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: dir, emptyOutDir: true },
  });
}
