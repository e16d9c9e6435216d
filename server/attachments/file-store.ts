import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files named by the SHA-256 of what is in them, in the node's data folder, so that the same file is kept once however
 * often it is sent. What `put` answered survives a crash.
 */
export class FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the bytes and answers their hash once they are on the disk, under their name. */
  async put(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const folder = join(this.#folder, hash.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = join(folder, `${randomUUID()}.tmp`);
    try {
      await writeDurably(temporary, bytes);
      // Atomic, and harmless when the same content is there already.
      await rename(temporary, join(folder, hash));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(folder);
    await syncFolder(this.#folder);
    return hash;
  }

  /** Null when the file is gone, which only somebody from outside can have done. */
  read(hash: string): Promise<Buffer | null> {
    return readFile(join(this.#folder, hash.slice(0, 2), hash)).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    });
  }

  /** Removes what no row names, and answers how many files that were. Only while nothing is being put. */
  async removeAllBut(isKept: (hash: string) => Promise<boolean>): Promise<number> {
    let removed = 0;
    for (const shelf of await listFolder(this.#folder)) {
      for (const name of await listFolder(join(this.#folder, shelf))) {
        if (await isKept(name)) continue;
        await rm(join(this.#folder, shelf, name), { force: true });
        removed += 1;
      }
    }
    return removed;
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file is there after a crash only once its folder was written, too; Windows does so by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
