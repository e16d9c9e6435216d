import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../bootstrap/root.mjs';

const entry = join(root, 'renderer/service.worker.ts');

/**
 * Adds `service-worker.js`, one classic script at the top of the built console so that its scope is all of it. The
 * source finds two constants: `__SHELL_FILES__`, the paths that make up the console (to be kept for starting offline),
 * and `__SHELL_VERSION__`, which changes with them.
 */
export async function bundleServiceWorker(consoleDir: string): Promise<void> {
  if (!existsSync(entry)) return;
  const shellFiles = listFiles(consoleDir);
  const shellVersion = createHash('sha256').update(shellFiles.join('\n')).digest('hex').slice(0, 12);
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    transform: {
      target: 'es2024',
      define: {
        __SHELL_FILES__: JSON.stringify(shellFiles),
        __SHELL_VERSION__: JSON.stringify(shellVersion),
      },
    },
  });
  await build.write({ file: join(consoleDir, 'service-worker.js'), format: 'iife', sourcemap: true });
  await build.close();
}

/** Asset names carry their content's hash, so the list of names is a version of the content. */
function listFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && !file.name.endsWith('.map'))
    .map((file) => join(file.parentPath, file.name).slice(dir.length).replaceAll('\\', '/'))
    .toSorted();
}
