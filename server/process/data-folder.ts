import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { lockFolder } from '../database/folder-lock.ts';
import { StartRefused } from './start-refused.ts';

const reasonByCode: Record<string, string> = {
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'it cannot be made there',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'it is a file',
};

/**
 * Makes sure that the data folder is there, can be written, and is this process's alone. A folder that is new or empty
 * becomes private to its owner; one that holds something keeps the mode it was given.
 * @returns what gives the folder up again
 */
export function openDataFolder(dataDir: string): () => void {
  const release = attempt(dataDir, () => {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (readdirSync(dataDir).length === 0) chmodSync(dataDir, 0o700);
    return lockFolder(dataDir);
  });
  if (release === null)
    throw new StartRefused(`The data folder ${dataDir} is in use by another Waypost node`);
  return release;
}

/** @NOTE: not mkdir's own `recursive`, which never returns where the system answers ENOENT for good (below /proc). */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  const parent = dirname(path);
  if (!existsSync(parent)) makeFolder(parent);
  mkdirSync(path, { mode: 0o700 });
}

function attempt<Value>(dataDir: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new StartRefused(`The data folder ${dataDir} cannot be used: ${reasonByCode[code] ?? message}`);
  }
}
