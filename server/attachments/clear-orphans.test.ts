import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { consoleRules } from '#shared/model/rule-set.ts';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { AttachmentService } from './attachment.service.ts';
import { clearOrphans } from './clear-orphans.ts';
import { FileStore } from './file-store.ts';

function open({ services, file }: TestDesk) {
  const dataDir = dirname(file);
  const { database, ticketWriter: writer, clock, mintUid } = services;
  const store = new FileStore(join(dataDir, 'attachments'));
  return { dataDir, store, attachments: new AttachmentService({ database, store, writer, clock, mintUid }) };
}

test('what was attached stays, what was not goes', async () => {
  await using desk = await createTestDesk();
  const { dataDir, store, attachments } = open(desk);
  const { id } = await desk.createTicket();
  const file = { bytes: Buffer.from('kept'), name: 'kept.txt', visibility: 'public' } as const;
  const context = { actor: desk.users.admin, rules: consoleRules, origin: 'console' };
  const added = await attachments.add(id, file, context);
  const orphan = await store.put(Buffer.from('orphan'));
  await clearOrphans(attachments, dataDir);
  expect(await store.read(orphan)).toBeNull();
  const kept = added.kind === 'done' ? await attachments.read(id, added.value.id, context) : added;
  expect(kept).toMatchObject({ kind: 'done', value: { bytes: Buffer.from('kept') } });
});

test('nothing goes while a replaced database is kept', async () => {
  await using desk = await createTestDesk();
  const { dataDir, store, attachments } = open(desk);
  const orphan = await store.put(Buffer.from('orphan'));
  mkdirSync(join(dataDir, 'replaced-2026-01-01'));
  await clearOrphans(attachments, dataDir);
  expect((await store.read(orphan))?.toString()).toBe('orphan');
});

test('a refused file leaves no row, and a customer sees public files alone', async () => {
  await using desk = await createTestDesk();
  const { attachments } = open(desk);
  const { id } = await desk.createTicket({
    requester: { id: desk.users.customer.id, name: null, email: null },
  });
  const rules = { ...consoleRules, customerActions: ['view'] as const };
  const staff = { actor: desk.users.admin, rules, origin: 'console' };
  const customer = { ...staff, actor: desk.users.customer };
  const file = { bytes: Buffer.from('for us'), name: null, visibility: 'staff' } as const;
  expect(await attachments.add(id, file, customer)).toEqual({ kind: 'refused', refusal: 'forbidden' });
  const added = await attachments.add(id, file, staff);
  const fileId = added.kind === 'done' ? added.value.id : 0;
  expect((await attachments.read(id, fileId, staff)).kind).toBe('done');
  expect(await attachments.read(id, fileId, customer)).toEqual({
    kind: 'refused',
    refusal: 'attachment_not_found',
  });
});
