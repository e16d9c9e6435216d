import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from './bootstrap/root.mjs';

export default defineConfig({
  root,
  cacheDir: 'build/out/.vite',
  test: {
    include: ['{shared,server,main,renderer,build,e2e/stand-in}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Native modules want processes, not threads. A process takes one file after another: no test leaves anything
    // behind in its modules, and loading them anew for each file would cost more than many tests do.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    // Nodes that tests start from the source load twice as fast from the second on.
    env: { NODE_COMPILE_CACHE: join(root, 'build/out/.compile-cache') },
    passWithNoTests: true,
    // Several at once on a busy two-core machine are slow, not broken.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
