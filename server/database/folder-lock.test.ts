import { expect, test } from 'vitest';
import { createTestFolder } from '../testing/test-folder.ts';
import { lockFolder } from './folder-lock.ts';

test('one holder at a time, until it lets go', () => {
  using folder = createTestFolder();
  const release = lockFolder(folder.path);
  expect(release).not.toBeNull();
  expect(lockFolder(folder.path)).toBeNull();
  release?.();
  const again = lockFolder(folder.path);
  expect(again).not.toBeNull();
  again?.();
});
