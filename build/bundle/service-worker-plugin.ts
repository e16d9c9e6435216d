import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';
import { root } from '../bootstrap/root.mjs';

/** Source maps and packed copies, what the build keeps for itself, and what the SQLite package brings along but Waypost never loads. */
const isNeverNeeded = /\.(map|gz|br|zst)$|(^|\/)\.|sqlite3-(worker1|opfs-async-proxy)/;

/**
 * Adds `/service-worker.js` to the built console, with the list of the files that it keeps. After everything is
 * written, so that the list is what is really there.
 */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'waypost-service-worker',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const files = listFiles(dir);
        const build = await rolldown({
          input: join(root, 'renderer/shell.worker.ts'),
          transform: {
            define: {
              shellFiles: JSON.stringify(files),
              shellVersion: JSON.stringify(hashOf(JSON.stringify(files), 'hex').slice(0, 16)),
            },
          },
        });
        await build.write({ file: join(dir, 'service-worker.js'), format: 'iife', minify: true });
        await build.close();
      },
    },
  };
}

/** Each file's path on the node, with the integrity that `fetch` checks. The page itself is `/`. */
function listFiles(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !isNeverNeeded.test(name))
    .toSorted();
  return Object.fromEntries(
    names.map((name) => [
      name === 'index.html' ? '/' : `/${name}`,
      `sha256-${hashOf(readFileSync(join(dir, name)), 'base64')}`,
    ]),
  );
}

function hashOf(content: string | Buffer, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
