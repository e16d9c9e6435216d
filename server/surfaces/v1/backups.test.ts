import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestV1 } from '../../testing/test-v1.ts';

test('an admin makes a backup and sees it listed', async () => {
  await using desk = await createTestV1();
  await desk.node.createTicket();
  expect(await desk.ask('GET', '/admin/backups', { as: 'admin' })).toMatchObject({
    status: 200,
    body: { success: true, data: { backups: [], total: 0, is_nightly: false, keep_days: 7, keep_weeks: 4 } },
  });
  const made = await desk.ask('POST', '/admin/backups', { as: 'admin' });
  const backup = {
    name: expect.stringMatching(/^waypost-\d{8}T\d{6}Z\.sqlite$/),
    made_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    verified_at: expect.any(String),
    size_bytes: expect.any(Number),
    tickets: 1,
    messages: 1,
    users: expect.any(Number),
    attachments: 0,
  };
  expect(made).toMatchObject({
    status: 201,
    body: { success: true, data: { message: 'Backup made and verified', backup } },
  });
  const listed = await desk.ask('GET', '/admin/backups', { as: 'superadmin' });
  expect(listed.body).toMatchObject({ data: { backups: [backup], total: 1 } });
});

test('of two at once one is refused, and a folder that cannot be written is said to be so', async () => {
  await using desk = await createTestV1();
  const post = () => desk.ask('POST', '/admin/backups', { as: 'admin' });
  const both = await Promise.all([post(), post()]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);

  const folder = join(dirname(desk.node.file), 'backups');
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in the way');
  expect(await post()).toMatchObject({
    status: 503,
    body: { detail: expect.stringMatching(/^No backup was made: /) },
  });
});
