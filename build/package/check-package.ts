import { existsSync, globSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { findWrongFuses } from './fuses.ts';
import type { PackagedApp } from './packaged-app.ts';

/** What of the package is our own, at the most: the rest is Electron. */
const maxPayloadBytes = 60 * 1024 * 1024;

/** Everything that may be in the archive; one pattern a kind. */
const allowedFiles: readonly RegExp[] = [
  /^package\.json$/,
  /^build\/out\/main\/[\w-]+\.c?js$/,
  /^build\/out\/server\/[\w-]+\.js$/,
  /^build\/out\/server\/api-docs\/[\w.-]+\.(?:js|css|txt)$/,
  /^build\/out\/renderer\/(?:index\.html|service-worker\.js)$/,
  /^build\/out\/renderer\/assets\/[\w.-]+\.(?:js|css|svg|png|woff2|wasm)$/,
  /^node_modules\/(?:better-sqlite3|bcrypt|node-gyp-build)\/(?:LICENSE|package\.json|[\w-]+\.js)$/,
  /^node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/\w+-\w+\.node$/,
  /^node_modules\/bcrypt\/prebuilds\/\w+-\w+\/bcrypt(?:\.glibc)?\.node$/,
];

const neededFiles = [
  'package.json',
  'build/out/main/index.js',
  'build/out/main/preload.cjs',
  'build/out/main/replica.js',
  'build/out/server/start.js',
  'build/out/server/backup-worker.js',
  'build/out/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/bcrypt/bcrypt.js',
];

export interface PackageReport {
  readonly files: readonly string[];
  readonly payloadBytes: number;
  /** In words; a good package has none. */
  readonly problems: readonly string[];
}

/** Looks into a packaged app: its files, where its native modules lie, its fuses, its notices and its size. */
export async function checkPackage({ program, resourcesDir }: PackagedApp): Promise<PackageReport> {
  const archive = join(resourcesDir, 'app.asar');
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.split(sep).join('/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)));
  const payloadBytes = sizeOf(archive) + sizeOf(`${archive}.unpacked`);
  return {
    files,
    payloadBytes,
    problems: [
      ...findFileProblems(files, (path) => isUnpacked(archive, path)),
      ...(await findWrongFuses(program)),
      ...(existsSync(join(resourcesDir, 'notices/THIRD-PARTY-NOTICES.txt'))
        ? []
        : ['The notices are missing']),
      // electron-builder leaves it out of a folder for macOS that becomes no image.
      ...(program.endsWith('.app') || existsSync(join(resourcesDir, 'app-update.yml'))
        ? []
        : ['app-update.yml is missing: updates could not be fetched']),
      ...(existsSync(join(resourcesDir, 'default_app.asar')) ? ['Electron’s own default app is in it'] : []),
      ...(payloadBytes <= maxPayloadBytes ? [] : [`The app's own files are ${toMegabytes(payloadBytes)}`]),
    ],
  };
}

/** @param isOutside whether a file of the archive lies on the disk beside it */
export function findFileProblems(files: readonly string[], isOutside: (path: string) => boolean): string[] {
  const natives = files.filter((path) => path.endsWith('.node'));
  return [
    ...files
      .filter((path) => !allowedFiles.some((pattern) => pattern.test(path)))
      .map((path) => `${path} does not belong there`),
    ...neededFiles.filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...(natives.length === 2 ? [] : [`${natives.length} native modules instead of 2: ${natives.join(', ')}`]),
    ...natives
      .filter((path) => !isOutside(path))
      .map((path) => `${path} cannot be loaded from within the archive`),
  ];
}

function isUnpacked(archive: string, path: string): boolean {
  const entry = statFile(archive, path);
  return 'unpacked' in entry && entry.unpacked;
}

function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.size;
  return globSync('**/*', { cwd: path })
    .map((file) => statSync(join(path, file)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

export function toMegabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
