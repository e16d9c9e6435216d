import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createUidFactory } from '#shared/model/uid.ts';
import { systemClock, systemRandom } from '../services.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import { createTestFolder } from '../testing/test-folder.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { verifyBackup } from './verify-backup.ts';

const now = Date.UTC(2026, 10, 20, 3);
const mintUid = createUidFactory(systemClock, systemRandom);
const hash = 'ab'.padEnd(64, '0');
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A desk with a ticket and a file on it, and an empty folder for backups. */
async function createFilledDesk() {
  const desk = await createTestDesk();
  const folder = createTestFolder();
  const dataDir = dirname(desk.file);
  const ticket = await desk.createTicket({ subject: 'Kept' });
  await desk.services.database.write((tx) =>
    tx.sql
      .insertInto('attachment')
      .values({
        uid: mintUid(),
        ver: 1,
        ticket_id: ticket.id,
        message_id: null,
        uploaded_by: null,
        file_name: 'a.txt',
        content_type: 'text/plain',
        size_bytes: 5,
        content_hash: hash,
        visibility: 'public',
        created_at: now,
      })
      .execute(),
  );
  mkdirSync(join(dataDir, 'attachments/ab'), { recursive: true });
  writeFileSync(join(dataDir, 'attachments/ab', hash), 'hello');
  writeFileSync(join(dataDir, 'signing-secret'), 'secret\n');
  const to = join(folder.path, 'backup.sqlite');
  return {
    desk,
    dataDir,
    folder: folder.path,
    to,
    order: { dataDir, to, withSecret: false, now },
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

function subjectsIn(file: string): string[] {
  const connection = new Database(file, { readonly: true });
  const rows = connection.prepare<[], { subject: string }>('select subject from ticket order by id').all();
  connection.close();
  return rows.map(({ subject }) => subject);
}

function overwrite(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  test('holds the moment at which it began, for its owner alone', async () => {
    await using filled = await createFilledDesk();
    const { desk, order, to } = filled;
    const made = makeBackup(order);
    const later = Array.from({ length: 50 }, (_, index) => desk.createTicket({ subject: `Later ${index}` }));
    const manifest = await made;
    await Promise.all(later);
    expect(manifest).toMatchObject({
      made_at: now,
      tables: { ticket: { rows: 1 } },
      attachments: { files: 1, missing: 0 },
    });
    expect(subjectsIn(to)).toEqual(['Kept']);
    expect(readdirSync(filled.folder).toSorted()).toEqual([
      'attachments',
      'backup.sqlite',
      'backup.sqlite.json',
    ]);
    expect([modeOf(to), modeOf(`${to}.json`)]).toEqual(['600', '600']);
    expect((await verifyBackup(to)).faults).toEqual([]);
  });

  test('brings the secret only when told to', async () => {
    await using filled = await createFilledDesk();
    await makeBackup({ ...filled.order, withSecret: true });
    expect(modeOf(`${filled.to}.secret`)).toBe('600');
  });

  test('that cannot be written leaves nothing behind and says why', async () => {
    await using filled = await createFilledDesk();
    const file = join(filled.folder, 'file');
    writeFileSync(file, '');
    await expect(makeBackup({ ...filled.order, to: join(file, 'x.sqlite') })).rejects.toThrow(
      /^No backup was made: /,
    );
    await makeBackup(filled.order);
    await expect(makeBackup(filled.order)).rejects.toThrow(/is there already$/);
    expect((await verifyBackup(filled.to)).faults).toEqual([]);
    await expect(makeBackup({ ...filled.order, dataDir: filled.folder })).rejects.toThrow(
      /^There is no desk in /,
    );
  });

  test.each([
    ['a page is overwritten', (bytes: Buffer) => bytes.fill(0x5a, 8_192, 12_288)],
    ['one bit is another', (bytes: Buffer) => bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)],
    ['it was cut short', (bytes: Buffer) => bytes.fill(0, bytes.length / 2)],
  ])('is found bad when %s, and nothing is restored', async (_how, damage) => {
    await using filled = await createFilledDesk();
    await makeBackup(filled.order);
    overwrite(filled.to, damage);
    const { faults } = await verifyBackup(filled.to);
    expect(faults).not.toEqual([]);
    using target = createTestFolder();
    const order = { backup: filled.to, dataDir: target.path, now, mintUid };
    await expect(restoreBackup(order)).rejects.toThrow(/^Nothing was restored: backup\.sqlite is not good/);
    expect(readdirSync(target.path)).toEqual([]);
  });

  test('of a damaged desk is not made', async () => {
    await using filled = await createFilledDesk();
    using source = createTestFolder();
    await makeBackup({ ...filled.order, to: join(source.path, 'waypost.sqlite') });
    overwrite(join(source.path, 'waypost.sqlite'), (bytes) => bytes.fill(0x5a, 40_960, 90_000));
    await expect(makeBackup({ ...filled.order, dataDir: source.path })).rejects.toThrow(
      /^No backup was made: /,
    );
    expect(readdirSync(filled.folder)).toEqual([]);
  });
});

describe('restoring', () => {
  test('puts the desk back as another incarnation, and keeps the one before', async () => {
    await using filled = await createFilledDesk();
    const made = await makeBackup({ ...filled.order, withSecret: true });
    using target = createTestFolder();
    const other = await createFilledDesk();
    await other.desk.createTicket({ subject: 'Replaced' });
    await makeBackup({ ...other.order, to: join(target.path, 'waypost.sqlite') });
    await other[Symbol.asyncDispose]();

    const order = { backup: filled.to, dataDir: target.path, now, mintUid };
    const { asideDir, attachments } = await restoreBackup(order);
    const file = join(target.path, 'waypost.sqlite');
    expect(subjectsIn(file)).toEqual(['Kept']);
    expect(modeOf(file)).toBe('600');
    expect(attachments).toEqual({ files: 1, missing: 0 });
    expect(readFileSync(join(target.path, 'attachments/ab', hash), 'utf8')).toBe('hello');
    expect(readFileSync(join(target.path, 'signing-secret'), 'utf8')).toBe('secret\n');
    expect(subjectsIn(join(asideDir ?? '', 'waypost.sqlite'))).toEqual(['Kept', 'Replaced']);
    const connection = new Database(file, { readonly: true });
    expect(connection.prepare('select epoch from sync_head').pluck().get()).not.toBe(made.epoch);
    connection.close();
  });

  test('brings a database that is damaged aside with its log of pages', async () => {
    await using filled = await createFilledDesk();
    await makeBackup(filled.order);
    using target = createTestFolder();
    const file = join(target.path, 'waypost.sqlite');
    writeFileSync(file, 'these are no pages '.repeat(500));
    writeFileSync(`${file}-wal`, 'nor is this');
    const { asideDir } = await restoreBackup({ backup: filled.to, dataDir: target.path, now, mintUid });
    expect(subjectsIn(file)).toEqual(['Kept']);
    expect(readFileSync(join(asideDir ?? '', 'waypost.sqlite'), 'utf8')).toMatch(/^these are no pages/);
    expect(existsSync(join(asideDir ?? '', 'waypost.sqlite-wal'))).toBe(true);
  });
});
