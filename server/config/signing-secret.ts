import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../process/start-refused.ts';

const secretBytes = 32;

/**
 * The key that signs access and refresh tokens. Made once per data folder and readable by its owner alone; whoever has
 * it can sign in as anybody.
 */
export function loadSigningSecret(dataDir: string): string {
  const file = join(dataDir, 'signing-secret');
  const stored = readIfThere(file);
  if (stored === null) return createSecret(file);
  if (Buffer.from(stored, 'base64url').length < secretBytes) {
    throw new StartRefused(
      `${file} is damaged: put it back from a backup, or remove it (everybody signs in again)`,
    );
  }
  return stored;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written beside and renamed, so that a crash leaves either no secret or a whole one. */
function createSecret(file: string): string {
  const secret = randomBytes(secretBytes).toString('base64url');
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  try {
    writeSync(descriptor, `${secret}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
  return secret;
}
