import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestFolder } from '../testing/test-folder.ts';

/** A disk of its own that is soon full. */
export interface SmallDisk extends Disposable {
  path: string;
  /** Takes the ballast away: there is room again. */
  makeRoom: () => void;
}

/** Null where none can be made: that takes root on Linux. Half of the disk is ballast. */
export function createSmallDisk(sizeMiB: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = createTestFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', folder.path]);
  if (mounted.status !== 0) {
    folder[Symbol.dispose]();
    return null;
  }
  const ballast = join(folder.path, 'ballast');
  writeFileSync(ballast, Buffer.alloc((sizeMiB * 1024 * 1024) / 2));
  return {
    path: folder.path,
    makeRoom: () => rmSync(ballast),
    [Symbol.dispose]: () => {
      spawnSync('umount', ['-l', folder.path]);
      folder[Symbol.dispose]();
    },
  };
}
