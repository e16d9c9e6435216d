import { expect, test } from 'vitest';
import { figureCalls } from '#shared/protocol/admin/figures.ts';
import { importCalls, type ImportColumns } from '#shared/protocol/admin/imports.ts';
import { queueCalls } from '#shared/protocol/admin/queue.ts';
import { recordCalls } from '#shared/protocol/admin/records.ts';
import { createTestAdmin, type TestAdmin } from '../../../testing/test-admin.ts';

const header = 'Ticket ID;Subject;Status;Priority;Requester email;Agent;Created at;Resolved at;Tags';
const file = [
  header,
  'Z-1;"It broke; twice";solved;urgent;CUSTOMER@example.org;agent;2024-02-01 10:00;2024-02-01T14:00:00+02:00;a, b',
  'Z-2;Still open;pending;normal;;;01.03.2024;;',
  'Z-3;;whatever;urgent;;nobody;31.02.2024;;',
  'Z-2;The same again;open;low;;;;;',
].join('\n');

/** Sends the file in two parts, the second one twice. @returns the import's id and what was found in the file */
async function upload({ ask }: TestAdmin, text = file) {
  const { import: begun } = await ask(importCalls.begin, { body: { file_name: 'zendesk.csv' } });
  const { id } = begun;
  const cut = Math.ceil(text.length / 2);
  const send = (position: number, content: string) =>
    ask(importCalls.part, { params: { id }, body: { position, content } });
  await send(0, text.slice(0, cut));
  await send(1, 'lost on the way');
  await send(1, text.slice(cut));
  return { id, ...(await ask(importCalls.columns, { params: { id } })) };
}

async function check(admin: TestAdmin, id: number, columns: ImportColumns) {
  await admin.ask(importCalls.check, { params: { id }, body: { columns } });
  await admin.node.services.importRunner.run();
  return admin.ask(importCalls.read, { params: { id } });
}

async function start(admin: TestAdmin, id: number) {
  await admin.ask(importCalls.start, { params: { id } });
  await admin.node.services.importRunner.run();
  return (await admin.ask(importCalls.read, { params: { id } })).import;
}

const listTickets = ({ node }: TestAdmin) =>
  node.services.database.db
    .selectFrom('ticket')
    .select(['subject', 'status', 'priority', 'created_at', 'resolved_at', 'response_due_at', 'assignee_id'])
    .select(['requester_id', 'tags'])
    .orderBy('id')
    .execute();

test('a file is read, tried without a trace, and taken in once, however often it is sent', async () => {
  await using admin = await createTestAdmin();
  const { users, services } = admin.node;
  const { id, headers, sample, import: read } = await upload(admin);
  expect(headers).toEqual(header.split(';'));
  expect(sample[0]?.[1]).toBe('It broke; twice');
  expect(read).toMatchObject({ state: 'read', rows_total: 4 });
  expect(read.columns).toEqual({
    external_key: 'Ticket ID',
    subject: 'Subject',
    status: 'Status',
    priority: 'Priority',
    requester_email: 'Requester email',
    assignee: 'Agent',
    created_at: 'Created at',
    ended_at: 'Resolved at',
    tags: 'Tags',
  });

  const tried = await check(admin, id, read.columns);
  expect(tried.import).toMatchObject({ state: 'checked', rows_done: 4, rows_new: 2, rows_bad: 2 });
  expect(tried.problems).toEqual([
    {
      line: 4,
      faults: [
        { code: 'missing', field: 'subject', value: '' },
        { code: 'unknown_word', field: 'status', value: 'whatever' },
        { code: 'not_a_date', field: 'created_at', value: '31.02.2024' },
        { code: 'unknown_person', field: 'assignee', value: 'nobody' },
      ],
    },
    { line: 5, faults: [{ code: 'repeated', field: 'external_key', value: 'Z-2' }] },
  ]);
  expect(await listTickets(admin)).toEqual([]);

  expect(await start(admin, id)).toMatchObject({ state: 'done', rows_new: 2, rows_known: 0, rows_bad: 2 });
  expect(await listTickets(admin)).toEqual([
    {
      subject: 'It broke; twice',
      status: 'resolved',
      priority: 'critical',
      created_at: Date.UTC(2024, 1, 1, 10),
      resolved_at: Date.UTC(2024, 1, 1, 12),
      response_due_at: null,
      assignee_id: users.agent.id,
      requester_id: users.customer.id,
      tags: '["a","b"]',
    },
    expect.objectContaining({ status: 'waiting_user', created_at: Date.UTC(2024, 2, 1), requester_id: null }),
  ]);
  const behind = await admin.ask(figureCalls.tickets, { query: { import_id: id } });
  expect(behind).toMatchObject({ total: 2 });
  // Nobody here could have taken it before it came.
  admin.node.clock.advance(60_000);
  const { tickets, overdue } = await admin.ask(queueCalls.list);
  const came = admin.node.clock.now() - 60_000;
  expect(tickets).toMatchObject([
    { created_at: Date.UTC(2024, 2, 1), imported_at: came, waiting_since: came },
  ]);
  expect(overdue).toBe(0);
  // Nobody is written to about what happened elsewhere.
  const told = await services.database.db.selectFrom('notification').select('id').execute();
  expect(told).toEqual([]);
  const { items } = await admin.ask(recordCalls.audit, { query: { action: 'import_started' } });
  expect(items).toMatchObject([{ metadata: { file_name: 'zendesk.csv', rows: 2 } }]);

  const again = await upload(admin);
  await check(admin, again.id, again.import.columns);
  expect(await start(admin, again.id)).toMatchObject({ rows_new: 0, rows_known: 2, rows_bad: 2 });
  expect(await listTickets(admin)).toHaveLength(2);
});

test('an import that was interrupted goes on where it was', async () => {
  await using admin = await createTestAdmin();
  const { services } = admin.node;
  const rows = Array.from({ length: 35 }, (_, index) => `K${index},Ticket ${index}`);
  const { id, import: read } = await upload(admin, ['id,title', ...rows].join('\r\n'));
  await check(admin, id, read.columns);
  await admin.ask(importCalls.start, { params: { id } });
  // The disk is full at the third stretch of rows: as far as it came stays, and the next run goes on there.
  const { db } = services.database;
  const { write } = services.database;
  let writes = 0;
  services.database.write = (work, turn) => {
    writes += 1;
    return writes === 3 ? Promise.reject(new Error('The disk is full')) : write(work, turn);
  };
  await expect(services.importRunner.run()).rejects.toThrow('The disk is full');
  expect((await admin.ask(importCalls.read, { params: { id } })).import).toMatchObject({
    state: 'running',
    rows_done: 20,
  });
  await services.importRunner.run();
  const { import: ended } = await admin.ask(importCalls.read, { params: { id } });
  expect(ended).toMatchObject({ state: 'done', rows_done: 35, rows_new: 35 });
  expect(await db.selectFrom('csv_import_part').select('position').execute()).toEqual([]);
  const subjects = (await listTickets(admin)).map(({ subject }) => subject);
  expect(subjects).toEqual(rows.map((row) => row.split(',')[1]));
});

test('what does not fit is refused with a reason, and what was begun can be ended', async () => {
  await using admin = await createTestAdmin();
  const { node, ask, refuse } = admin;
  const { id, import: read } = await upload(admin);
  const params = { id };
  const wrong = { columns: { external_key: 'Nowhere' } };
  expect((await refuse(importCalls.check, { params, body: wrong })).error).toMatchObject({
    kind: 'invalid',
    data: { code: 'bad_columns', names: ['Nowhere', 'subject'] },
  });
  expect((await refuse(importCalls.start, { params })).error.kind).toBe('conflict');
  expect((await refuse(importCalls.part, { params, body: { position: 2, content: 'x' } })).status).toBe(409);
  const { import: broken } = await ask(importCalls.begin, { body: { file_name: 'broken.csv' } });
  const send = (position: number, content: string) =>
    ask(importCalls.part, { params: { id: broken.id }, body: { position, content } });
  await send(1, 'z');
  expect((await refuse(importCalls.columns, { params: { id: broken.id } })).error.data?.code).toBe(
    'parts_missing',
  );
  await send(0, 'id,title\n1,"never ');
  expect((await refuse(importCalls.columns, { params: { id: broken.id } })).error.data).toEqual({
    code: 'broken',
    line: 2,
  });

  // Whoever is no admin any more imports nothing more.
  await check(admin, id, read.columns);
  await ask(importCalls.start, { params });
  await node.services.users.deactivate(node.users.superAdmin, node.users.admin.id);
  await node.services.importRunner.run();
  const { import: ended } = await ask(importCalls.read, { as: 'superadmin', params });
  expect(ended).toMatchObject({ state: 'cancelled', rows_new: 0 });
  expect((await ask(importCalls.cancel, { as: 'superadmin', params: { id: broken.id } })).import.state).toBe(
    'cancelled',
  );
});
