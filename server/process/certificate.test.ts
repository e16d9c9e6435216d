import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { TlsFiles } from '../config/config.ts';
import { createTestCertificate, type TestCertificate } from '../testing/test-certificate.ts';
import { createTestFolder } from '../testing/test-folder.ts';
import { followCertificate, loadCertificate, type Certificate } from './certificate.ts';

const filesIn = (folder: string): TlsFiles => ({
  certificateFile: join(folder, 'chain.pem'),
  keyFile: join(folder, 'key.pem'),
});

let written = 0;

function write({ certificateFile, keyFile }: TlsFiles, { certificate, key }: TestCertificate): void {
  writeFileSync(certificateFile, certificate);
  writeFileSync(keyFile, key);
  written += 1;
  for (const file of [certificateFile, keyFile]) utimesSync(file, written, written);
}

describe('loadCertificate', () => {
  test('reads a certificate and its key, and refuses what is none in one line', () => {
    using folder = createTestFolder();
    const files = filesIn(folder.path);
    expect(() => loadCertificate(files)).toThrow(`${files.certificateFile} cannot be read (ENOENT)`);
    const good = createTestCertificate();
    write(files, good);
    expect(String(loadCertificate(files).cert)).toBe(good.certificate);
    write(files, { ...good, key: createTestCertificate().key });
    expect(() => loadCertificate(files)).toThrow(/are no certificate and its key \(ERR_\w+\)$/);
    expect(() => loadCertificate(files)).not.toThrow(/BEGIN/);
  });
});

describe('followCertificate', () => {
  test('uses renewed files once both are there and fit', async () => {
    using folder = createTestFolder();
    const files = filesIn(folder.path);
    write(files, createTestCertificate());
    const [use, onError] = [vi.fn((_certificate: Certificate) => undefined), vi.fn()];
    const stop = followCertificate({ files, use, onError, everyMs: 5 });
    const renewed = createTestCertificate();
    rmSync(files.keyFile);
    await vi.waitFor(() => expect(onError).toHaveBeenCalled());
    expect(use).not.toHaveBeenCalled();
    write(files, renewed);
    await vi.waitFor(() => expect(use).toHaveBeenCalledOnce());
    expect(String(use.mock.calls[0]?.[0].cert)).toBe(renewed.certificate);
    stop();
  });
});
