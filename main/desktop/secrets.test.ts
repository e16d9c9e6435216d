import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secrets } from './secrets.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'waypost-secrets-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

function openSecrets(options: { isAvailable?: boolean; backend?: 'basic_text' | 'gnome_libsecret' } = {}) {
  const log = vi.fn();
  const onMemoryOnly = vi.fn();
  const secrets = new Secrets(
    {
      isAsyncEncryptionAvailable: async () => options.isAvailable ?? true,
      getSelectedStorageBackend: () => options.backend ?? 'gnome_libsecret',
      encryptStringAsync: async (text) => flip(Buffer.from(text)),
      decryptStringAsync: async (bytes) => ({ result: flip(bytes).toString(), shouldReEncrypt: false }),
    },
    log,
    onMemoryOnly,
  );
  return { secrets, log, onMemoryOnly, path: join(dir, 'deep/session') };
}

describe('Secrets', () => {
  it('keeps a secret encrypted, for its owner alone, until it is forgotten', async () => {
    const { secrets, path } = openSecrets();
    await secrets.keep(path, 'refresh-1');
    expect(readFileSync(path, 'utf8')).not.toContain('refresh-1');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await openSecrets().secrets.load(path)).toBe('refresh-1');
    await secrets.keep(path, null);
    expect(await secrets.load(path)).toBeNull();
    expect(existsSync(path)).toBe(false);
  });

  it('keeps it in memory alone, and says so, where there is no keychain', async () => {
    const { secrets, log, onMemoryOnly, path } = openSecrets({ isAvailable: false });
    await secrets.keep(path, 'refresh-0');
    await secrets.keep(path, 'refresh-1');
    expect(onMemoryOnly).toHaveBeenCalledOnce();
    expect(existsSync(path)).toBe(false);
    expect(await secrets.load(path)).toBe('refresh-1');
    expect(log).toHaveBeenCalledWith('warn', expect.stringContaining('no keychain'));
    expect(JSON.stringify(log.mock.calls)).not.toContain('refresh-');
  });

  it.runIf(process.platform === 'linux')('does not take basic_text for a keychain', async () => {
    expect(await openSecrets({ backend: 'basic_text' }).secrets.isDurable()).toBe(false);
  });

  it('survives a file that it cannot decrypt', async () => {
    const { secrets, path } = openSecrets();
    await secrets.keep(path, 'x');
    const broken = new Secrets(
      {
        isAsyncEncryptionAvailable: async () => true,
        getSelectedStorageBackend: () => 'gnome_libsecret',
        encryptStringAsync: async () => Buffer.alloc(0),
        decryptStringAsync: async () => Promise.reject(new Error('another key')),
      },
      vi.fn(),
      vi.fn(),
    );
    expect(await broken.load(path)).toBeNull();
  });
});
