import { expect, test } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { systemRandom } from '../services.ts';
import { loadHexIds } from './hex-ids.ts';

test('ids stay the same for the life of the database, and differ between two', async () => {
  await using one = await createTestDatabase();
  await using other = await createTestDatabase();
  const [first, again] = await Promise.all([
    loadHexIds(one.database, systemRandom),
    loadHexIds(one.database, systemRandom),
  ]);
  const later = await loadHexIds(one.database, systemRandom);
  const id = first.encode('ticket', 7);
  expect([again.encode('ticket', 7), later.encode('ticket', 7)]).toEqual([id, id]);
  expect((await loadHexIds(other.database, systemRandom)).decode('ticket', id)).toBeNull();
});
