import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from '../bundle/targets.ts';

export const packagesDir = join(outDir, 'packages');

/** An app as electron-builder put it together, before it became an installer. */
export interface PackagedApp {
  readonly name: string;
  /** Electron's program; on macOS the folder around it. */
  readonly program: string;
  readonly resourcesDir: string;
}

/** Every app that the last packaging left. */
export function findPackagedApps(): PackagedApp[] {
  return globSync('{linux,win}*-unpacked', { cwd: packagesDir })
    .map((name) => {
      const dir = join(packagesDir, name);
      const program = ['waypost', 'waypost.exe', 'Waypost.exe']
        .map((file) => join(dir, file))
        .find(existsSync);
      return { name, program: program ?? join(dir, 'waypost'), resourcesDir: join(dir, 'resources') };
    })
    .concat(
      globSync('mac*/Waypost.app', { cwd: packagesDir }).map((name) => ({
        name,
        program: join(packagesDir, name),
        resourcesDir: join(packagesDir, name, 'Contents/Resources'),
      })),
    );
}
