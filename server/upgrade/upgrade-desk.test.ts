import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkDatabase } from '../backup/database-check.repo.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { openDatabase } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import { migrationByName } from '../database/migrate.ts';
import { createEarlierDatabase, type EarlierDatabase } from '../testing/earlier-database.ts';
import { upgradeDesk, type UpgradeOrder } from './upgrade-desk.ts';

const names = Object.keys(migrationByName);
const now = Date.UTC(2026, 11, 5, 3, 15);

/** As the first version left it, after somebody had used it. */
async function createFilledDesk(): Promise<EarlierDatabase> {
  const earlier = await createEarlierDatabase('001-create-desk');
  earlier.sqlite.exec(`insert into sync_head (id, seq, min_seq, epoch) values (1, 7, 0, 'epoch')`);
  return earlier;
}

function orderFor({ sqlite }: EarlierDatabase, more: Partial<UpgradeOrder> = {}): UpgradeOrder {
  const dataDir = dirname(sqlite.name);
  return { dataDir, backupDir: join(dataDir, 'backups'), now, ...more };
}

const subjectsIn = (file: string): unknown[] => {
  const connection = new BetterSqlite3(file, { readonly: true });
  try {
    return connection.prepare('select subject from ticket').pluck().all();
  } finally {
    connection.close();
  }
};

test('a filled desk of the first version comes to this one, with a good copy from before beside it', async () => {
  using earlier = await createFilledDesk();
  const order = orderFor(earlier);
  const upgraded = await upgradeDesk(order);
  expect(upgraded?.steps).toEqual(names.slice(1));
  expect(checkDatabase(earlier.sqlite.name)).toMatchObject({ faults: [], migration: names.at(-1) });
  expect(subjectsIn(earlier.sqlite.name)).toEqual(['Refund']);
  const { check, faults } = await verifyBackup(upgraded?.copy ?? '');
  expect({ migration: check.migration, faults }).toEqual({ migration: '001-create-desk', faults: [] });
  expect(await upgradeDesk(order)).toBeNull();
});

test('a new desk, one of this version, and one whose first run never ended, are left alone', async () => {
  using earlier = await createEarlierDatabase(names.at(-1) ?? '');
  expect(await upgradeDesk(orderFor(earlier))).toBeNull();
  expect(await upgradeDesk(orderFor(earlier, { dataDir: '/nowhere' }))).toBeNull();
  expect(readdirSync(dirname(earlier.sqlite.name))).not.toContain('backups');

  using unfinished = await createEarlierDatabase('001-create-desk');
  expect(await upgradeDesk(orderFor(unfinished))).toBeNull();
});

const breakages: Readonly<Record<string, (connection: BetterSqlite3.Database) => void>> = {
  'is killed by an error half-way': (connection) => {
    connection.exec("update ticket set subject = 'Half'");
    throw new Error('no such column: colour');
  },
  'loses what people wrote': (connection) => void connection.exec('delete from message'),
  'leaves references to nothing': (connection) => {
    connection.pragma('foreign_keys = OFF');
    connection.exec('update message set ticket_id = 99');
  },
  'stops before the end': () => undefined,
};

test.each(Object.entries(breakages))('an upgrade that %s is taken back', async (_how, spoil) => {
  using earlier = await createFilledDesk();
  const before = checkDatabase(earlier.sqlite.name).tableByName;
  const bringUp = async (file: string): Promise<void> => {
    const connection = new BetterSqlite3(file);
    try {
      spoil(connection);
    } finally {
      connection.close();
    }
  };
  await expect(upgradeDesk(orderFor(earlier, { bringUp }))).rejects.toThrow(
    /^The upgrade failed: .+\. It was taken back: the desk is as it was/,
  );
  expect(checkDatabase(earlier.sqlite.name).tableByName).toEqual(before);
  const beside = readdirSync(dirname(earlier.sqlite.name));
  expect(beside).toContain('failed-upgrade-20261205T031500Z');
  expect(beside.filter((name) => name.endsWith('.part'))).toEqual([]);

  // The version that ran before, or a mended one, goes on from there.
  const again = await upgradeDesk(orderFor(earlier, { now: now + 1_000 }));
  expect(again?.steps).toEqual(names.slice(1));
  const database = await openDatabase(sqliteDialect(earlier.sqlite.name), () => undefined);
  await database.close();
});

test('nothing is touched where no copy can be made first', async () => {
  using earlier = await createFilledDesk();
  const order = orderFor(earlier, { backupDir: join(earlier.sqlite.name, 'not a folder') });
  await expect(upgradeDesk(order)).rejects.toThrow(
    /^The desk was not upgraded, for no copy of it could be made first/,
  );
  expect(checkDatabase(earlier.sqlite.name).migration).toBe('001-create-desk');
});

test('the newest three copies from before are kept', async () => {
  using earlier = await createFilledDesk();
  const order = orderFor(earlier);
  mkdirSync(order.backupDir);
  const older = ['005-e-waypost-20260101', '001-a-waypost-20260301', '002-b-waypost-20260201'];
  for (const name of older) writeFileSync(join(order.backupDir, `before-${name}T000000Z.sqlite`), '');
  writeFileSync(join(order.backupDir, 'waypost-20250101T000000Z.sqlite'), '');
  await upgradeDesk(order);
  expect(readdirSync(order.backupDir).filter((name) => name.endsWith('.sqlite'))).toEqual([
    'before-001-a-waypost-20260301T000000Z.sqlite',
    'before-002-add-desk-columns-waypost-20261205T031500Z.sqlite',
    'before-002-b-waypost-20260201T000000Z.sqlite',
    'waypost-20250101T000000Z.sqlite',
  ]);
});
