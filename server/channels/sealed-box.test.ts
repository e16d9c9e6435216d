import { expect, test } from 'vitest';
import { createSealedBox } from './sealed-box.ts';

test('what was sealed is opened by the same key alone, and only whole', () => {
  const box = createSealedBox('secret', 'channels');
  const sealed = box.seal('token: 🔑');
  expect(box.open(sealed)).toBe('token: 🔑');
  expect(box.seal('token: 🔑')).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64url').includes('token')).toBe(false);
  expect(createSealedBox('another', 'channels').open(sealed)).toBeNull();
  expect(createSealedBox('secret', 'sessions').open(sealed)).toBeNull();
  const damaged = Buffer.from(sealed, 'base64url');
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
  expect(box.open(damaged.toString('base64url'))).toBeNull();
  expect(box.open('')).toBeNull();
});
