import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attachmentsIn } from './backup-names.ts';
import { putInPlace } from './durable-file.ts';

export interface AttachmentCopies {
  files: number;
  missing: number;
}

const pathOf = (folder: string, hash: string): string => join(attachmentsIn(folder), hash.slice(0, 2), hash);

/**
 * Brings those files that `to` lacks over from `from`, both folders with attachments in them. Files are named by what
 * is in them and never change, so that a hard link will do wherever the disk knows them.
 */
export function copyAttachments(hashes: readonly string[], from: string, to: string): AttachmentCopies {
  const missing = hashes.filter((hash) => !bring(pathOf(from, hash), pathOf(to, hash)));
  return { files: hashes.length - missing.length, missing: missing.length };
}

export const countMissing = (hashes: readonly string[], folder: string): number =>
  hashes.filter((hash) => !existsSync(pathOf(folder, hash))).length;

function bring(from: string, to: string): boolean {
  if (existsSync(to)) return true;
  if (!existsSync(from)) return false;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    linkSync(from, to);
  } catch {
    copyWhole(from, to);
  }
  return true;
}

function copyWhole(from: string, to: string): void {
  const fresh = `${to}.${process.pid}.part`;
  try {
    copyFileSync(from, fresh, constants.COPYFILE_FICLONE);
    putInPlace(fresh, to);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
