import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap/root.mjs';
import { findFileProblems } from './check-package.ts';
import { findWrongFuses, setFuses } from './fuses.ts';
import { composeIcns, composeIco, iconSizes, pngSize, type IconSize, type Pictures } from './icon-files.ts';
import { composeNotices, isAccepted } from './notices.ts';
import { createPlaceholderElectron } from './placeholder-electron.ts';

describe('fuses', () => {
  it('are set, and read back from the program', async () => {
    const dir = createPlaceholderElectron();
    const program = join(dir, 'electron');
    expect(await findWrongFuses(program)).toContain('RunAsNode is 1, not 0');
    await setFuses(program, { isAppleSilicon: false });
    expect(await findWrongFuses(program)).toEqual([]);
    rmSync(dir, { recursive: true });
  });
});

describe('findFileProblems', () => {
  const good = [
    'package.json',
    'build/out/main/index.js',
    'build/out/main/preload.cjs',
    'build/out/main/replica.js',
    'build/out/server/start.js',
    'build/out/server/backup-worker.js',
    'build/out/renderer/index.html',
    'build/out/renderer/assets/index-B_x1.js',
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/bcrypt/bcrypt.js',
    'node_modules/bcrypt/prebuilds/linux-x64/bcrypt.glibc.node',
  ];
  const isNative = (path: string): boolean => path.endsWith('.node');

  it('finds none in a good package', () => {
    expect(findFileProblems(good, isNative)).toEqual([]);
  });

  it.each([
    'build/out/main/index.js.map',
    'build/out/server/.env',
    'server/start.ts',
    'node_modules/zod/index.js',
    'node_modules/bcrypt/src/bcrypt.cc',
    'build/out/renderer/assets/../../x.js',
  ])('finds %s out of place', (path) => {
    expect(findFileProblems([...good, path], isNative)).toEqual([`${path} does not belong there`]);
  });

  it('finds what is missing, and native modules that could not be loaded', () => {
    expect(findFileProblems(good.slice(1), isNative)).toEqual(['package.json is missing']);
    expect(findFileProblems(good, () => false)).toHaveLength(2);
    expect(findFileProblems(good.slice(0, -1), isNative)).toEqual([
      expect.stringContaining('1 native modules instead of 2'),
    ]);
  });
});

describe('notices', () => {
  it.each(['MIT', '(MPL-2.0 OR Apache-2.0)', 'MIT AND ISC AND BSD-3-Clause'])('take %s', (licence) => {
    expect(isAccepted(licence)).toBe(true);
  });

  it.each(['GPL-3.0', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'none given', ''])(
    'do not take %s',
    (licence) => {
      expect(isAccepted(licence)).toBe(false);
    },
  );

  it('name every package with its licence, word for word', () => {
    const one = {
      name: 'one',
      version: '1.0.0',
      licence: 'MIT',
      author: 'Somebody',
      texts: ['Do as you like.'],
    };
    expect(composeNotices([one])).toContain('one 1.0.0\nMIT\nSomebody\n\nDo as you like.');
    expect(() => composeNotices([one, { ...one, name: 'two', licence: 'SSPL-1.0' }])).toThrow(
      'two (SSPL-1.0)',
    );
  });
});

describe('icons', () => {
  const iconsDir = join(root, 'build/icons');
  const read = (size: IconSize): Buffer =>
    readFileSync(join(iconsDir, size === 1024 ? 'icon.png' : `linux/${size}x${size}.png`));
  const pictures = Object.fromEntries(iconSizes.map((size) => [size, read(size)])) as unknown as Pictures;

  it('are as large as they are called', () => {
    for (const size of iconSizes) expect(pngSize(pictures[size])).toBe(size);
  });

  it('are put together for Windows and macOS from these pictures', () => {
    expect(readFileSync(join(iconsDir, 'icon.ico')).equals(composeIco(pictures))).toBe(true);
    expect(readFileSync(join(iconsDir, 'icon.icns')).equals(composeIcns(pictures))).toBe(true);
  });

  it('hold each picture where their directory says', () => {
    const ico = composeIco(pictures);
    const [length, offset] = [ico.readUInt32LE(6 + 16 * 5 + 8), ico.readUInt32LE(6 + 16 * 5 + 12)];
    expect(pngSize(ico.subarray(offset, offset + length))).toBe(256);
    const icns = composeIcns(pictures);
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    expect([icns.toString('latin1', 8, 12), pngSize(icns.subarray(16))]).toEqual(['ic11', 32]);
  });
});
