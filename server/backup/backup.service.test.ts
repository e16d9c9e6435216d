import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { BackupService } from './backup.service.ts';

const dayMs = 24 * 60 * 60 * 1000;

function serviceOf(desk: TestDesk) {
  const dataDir = dirname(desk.file);
  const dir = join(dataDir, 'backups');
  const settings = { isNightly: true, dir, keep: { daily: 2, weekly: 0 } };
  return { dir, backups: new BackupService({ dataDir, settings, clock: desk.clock }) };
}

test('rotation lets the oldest go with what lies beside them, and keeps the newest days', async () => {
  await using desk = await createTestDesk();
  const { backups, dir } = serviceOf(desk);
  const names: string[] = [];
  for (let day = 0; day < 4; day += 1) {
    names.push((await backups.make()).name);
    desk.clock.advance(dayMs);
  }
  backups.rotate();
  const kept = names.slice(2);
  expect(backups.list().map(({ name }) => name)).toEqual(kept.toReversed());
  expect(readdirSync(dir).toSorted()).toEqual(kept.flatMap((name) => [name, `${name}.json`]).toSorted());
});

test('a node that stops gives up the backup under way and leaves nothing of it', async () => {
  await using desk = await createTestDesk();
  const { backups, dir } = serviceOf(desk);
  const making = backups.make();
  const refused = expect(making).rejects.toMatchObject({ kind: 'unavailable' });
  await backups.close();
  await refused;
  expect(existsSync(dir) ? readdirSync(dir) : []).toEqual([]);
});
