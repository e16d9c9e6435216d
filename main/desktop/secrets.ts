import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SafeStorage } from 'electron';
import type { Log } from './log.ts';

type Vault = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * Secrets on this computer, encrypted by the system's keychain. Without a real one they last until the app ends: a
 * secret is never written in plain text, nor under a key that everybody knows (`basic_text`).
 */
export class Secrets {
  readonly #vault: Vault;
  readonly #log: Log;
  readonly #onMemoryOnly: () => void;
  readonly #memoryByPath = new Map<string, string>();

  /** @param onMemoryOnly called the first time that a secret could not be kept for the next start */
  constructor(vault: Vault, log: Log, onMemoryOnly: () => void) {
    this.#vault = vault;
    this.#log = log;
    this.#onMemoryOnly = onMemoryOnly;
  }

  /** Whether secrets survive a restart. */
  async isDurable(): Promise<boolean> {
    if (process.platform === 'linux' && this.#vault.getSelectedStorageBackend() === 'basic_text')
      return false;
    return this.#vault.isAsyncEncryptionAvailable();
  }

  async load(path: string): Promise<string | null> {
    const remembered = this.#memoryByPath.get(path);
    if (remembered !== undefined) return remembered;
    if (!(await this.isDurable())) return null;
    try {
      const { result } = await this.#vault.decryptStringAsync(await readFile(path));
      return result;
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isMissing) this.#log('warn', 'A kept sign-in could not be read');
      return null;
    }
  }

  /** `null` forgets. */
  async keep(path: string, value: string | null): Promise<void> {
    if (value === null) {
      this.#memoryByPath.delete(path);
      await rm(path, { force: true });
      return;
    }
    if (!(await this.isDurable())) {
      const isFirst = this.#memoryByPath.size === 0;
      this.#memoryByPath.set(path, value);
      if (!isFirst) return;
      this.#onMemoryOnly();
      this.#log('warn', 'This computer has no keychain: the sign-in lasts until the app ends');
      return;
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const nextPath = `${path}.next`;
    await writeFile(nextPath, await this.#vault.encryptStringAsync(value), { mode: 0o600, flush: true });
    await rename(nextPath, path);
  }
}
