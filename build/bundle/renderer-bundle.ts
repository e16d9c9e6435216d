import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../bootstrap/root.mjs';
import { checkFirstScreen } from './first-screen.ts';

/** Builds the console, with its workers, into `dir`. @throws when its first screen is too heavy */
export async function bundleRenderer(dir: string): Promise<void> {
  await build({
    configFile: join(root, 'build/bundle/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: dir, emptyOutDir: true },
  });
  console.log(checkFirstScreen(dir));
}
