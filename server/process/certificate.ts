import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { TlsFiles } from '../config/config.ts';
import { StartRefused } from './start-refused.ts';

/** A certificate with its chain and key, as read. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

const lookEveryMs = 60_000;

/** Reads both files and makes sure that they belong together. @throws StartRefused in one line, without the key */
export function loadCertificate({ certificateFile, keyFile }: TlsFiles): Certificate {
  const certificate = { cert: readPart(certificateFile), key: readPart(keyFile) };
  try {
    createSecureContext(certificate);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new StartRefused(`${certificateFile} and ${keyFile} are no certificate and its key (${code})`);
  }
  return certificate;
}

function readPart(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StartRefused(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

interface FollowOptions {
  readonly files: TlsFiles;
  /** Takes a new certificate for connections from now on. */
  readonly use: (certificate: Certificate) => void;
  readonly onError: (error: unknown) => void;
  readonly everyMs?: number;
}

/**
 * Looks once a minute whether the files were renewed, and uses them then; those that do not fit, for instance because
 * only one was written yet, are tried again a minute later. The answered function ends it.
 */
export function followCertificate({ files, use, onError, everyMs = lookEveryMs }: FollowOptions): () => void {
  let known = stampOf(files);
  const timer = setInterval(() => {
    const found = stampOf(files);
    if (found === known) return;
    try {
      use(loadCertificate(files));
      known = found;
    } catch (error) {
      onError(error);
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function stampOf({ certificateFile, keyFile }: TlsFiles): string {
  return [certificateFile, keyFile]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .join(' ');
}
