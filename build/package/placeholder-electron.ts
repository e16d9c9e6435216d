import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from '../bundle/targets.ts';

/** What precedes the fuses in Electron's program: their version, how many there are, and each one's state. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const defaultFuses = '10110001';

const program = `#!/bin/sh
# This stands in Electron's place where its program cannot be had, so that packaging can be checked.
echo 'This package was made without Electron and cannot run' >&2
exit 1
`;

/**
 * Makes a folder that looks like Electron's distribution for Linux to electron-builder, with fuses that can be set and
 * read. A package made of it is for looking into, never for running.
 * @returns the folder
 */
export function createPlaceholderElectron(): string {
  const dir = join(outDir, 'placeholder-electron');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'resources'), { recursive: true });
  mkdirSync(join(dir, 'locales'));
  const fuses = Buffer.concat([
    Buffer.from(`${program}# ${fuseMark}`, 'latin1'),
    Buffer.from([1, defaultFuses.length]),
    Buffer.from(`${defaultFuses}\n`, 'latin1'),
  ]);
  writeFileSync(join(dir, 'electron'), fuses, { mode: 0o755 });
  for (const name of ['en-US', 'ru']) writeFileSync(join(dir, `locales/${name}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox', 'icudtl.dat']) {
    writeFileSync(join(dir, name), '');
  }
  return dir;
}
