import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing/test-folder.ts';
import { loadSigningSecret } from './signing-secret.ts';

test('makes a secret once, for its owner alone', () => {
  using folder = createTestFolder();
  const secret = loadSigningSecret(folder.path);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(loadSigningSecret(folder.path)).toBe(secret);
  expect(statSync(join(folder.path, 'signing-secret')).mode & 0o777).toBe(0o600);

  using other = createTestFolder();
  expect(loadSigningSecret(other.path)).not.toBe(secret);
});

test('refuses a secret that was cut short', () => {
  using folder = createTestFolder();
  writeFileSync(join(folder.path, 'signing-secret'), 'short\n');
  expect(() => loadSigningSecret(folder.path)).toThrow(/is damaged/);
});
