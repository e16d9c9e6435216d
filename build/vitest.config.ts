import { defineConfig } from 'vitest/config';
import { root } from './bootstrap/root.mjs';

export default defineConfig({
  root,
  cacheDir: 'build/out/.vite',
  test: {
    include: ['{shared,server,main,renderer,build,e2e/stand-in}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Native modules and one process-wide clock per file: a process each, no shared threads.
    pool: 'forks',
    passWithNoTests: true,
    // Several at once on a busy two-core machine are slow, not broken.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
