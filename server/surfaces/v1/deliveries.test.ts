import { afterEach, beforeEach, expect, test } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import { failed, type SendResult } from '../../channels/channel.ts';
import { deliveriesQuery, type DeliveryFilter } from '../../notifications/delivery-log.repo.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

let desk: TestV1;
let answer: SendResult;

beforeEach(async () => {
  answer = failed('Mailbox unavailable', true);
  desk = await createTestV1({ channels: { EMAIL: { send: () => Promise.resolve(answer) } } });
});
afterEach(() => desk[Symbol.asyncDispose]());

interface Listing {
  deliveries: { id: number; channel: string; state: string; recipient: string }[];
  next_before: number | null;
  queued: number;
  failed: number;
}

async function list(query = ''): Promise<Listing> {
  const { status, body } = await desk.ask('GET', `/admin/deliveries${query}`, { as: 'admin' });
  expect(status).toBe(200);
  return (body as { data: Listing }).data;
}

const replay = (id: number | undefined) =>
  desk.ask('POST', `/admin/deliveries/${id ?? 0}/replay`, { as: 'admin' });

test('everything that was to be sent is listed, newest first, with what became of it', async () => {
  const ticket = await desk.node.createTicket();
  expect(await list()).toMatchObject({ queued: 2, failed: 0, next_before: null });
  await desk.node.services.delivery.run();
  const { deliveries, ...counts } = await list();
  expect(counts).toEqual({ next_before: null, queued: 0, failed: 2 });
  expect(deliveries[1]).toEqual({
    id: expect.any(Number),
    ticket_id: ticket.id,
    ticket_uid: expect.any(String),
    ticket_code: ticket.code,
    message_id: null,
    event: 'TICKET_CREATED',
    channel: 'email',
    recipient: 'admin@example.org',
    recipient_name: 'Test admin',
    subject: expect.stringContaining('was created'),
    message: expect.stringContaining('Hello Test admin,'),
    state: 'failed',
    error: 'Mailbox unavailable',
    attempts: 1,
    next_attempt_at: null,
    sent_at: null,
    delivered_at: null,
    read_at: null,
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  });
  expect((await list('?state=skipped')).deliveries.map(({ channel }) => channel)).toEqual([
    'whatsapp',
    'whatsapp',
  ]);
  expect((await list('?channel=email&state=failed')).deliveries).toHaveLength(2);
  expect((await list(`?ticket_id=${ticket.id + 1}`)).deliveries).toEqual([]);
});

test('pages follow each other without a gap', async () => {
  await desk.node.createTicket();
  const first = await list('?limit=3');
  expect(first.deliveries).toHaveLength(3);
  const second = await list(`?limit=3&before=${first.next_before}`);
  expect(second.next_before).toBeNull();
  const ids = [...first.deliveries, ...second.deliveries].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(new Set(ids).size).toBe(4);
});

test('a dead letter is sent again when an admin says so, and that is kept', async () => {
  await desk.node.createTicket();
  await desk.node.services.delivery.run();
  answer = { kind: 'sent', peerId: null, answer: '250 OK' };
  const [one] = (await list('?state=failed')).deliveries;
  expect(await replay(one?.id)).toMatchObject({
    status: 200,
    body: { data: { message: 'Delivery queued again', delivery: { state: 'queued', attempts: 0 } } },
  });
  expect(await replay(one?.id)).toMatchObject({
    status: 404,
    body: { detail: `No failed delivery with ID ${one?.id}` },
  });
  const all = await desk.ask('POST', '/admin/deliveries/replay', { as: 'admin', body: { channel: 'email' } });
  expect(all.body).toMatchObject({ data: { replayed: 1 } });
  await desk.node.services.delivery.run();
  expect((await list('?state=sent')).deliveries).toHaveLength(2);
  const kept = await desk.node.services.database.db
    .selectFrom('audit_log')
    .select(['target_type', 'target_id', 'metadata'])
    .where('action', '=', 'delivery_replayed')
    .execute();
  expect(kept).toEqual([
    { target_type: 'delivery', target_id: String(one?.id), metadata: '{}' },
    { target_type: 'delivery', target_id: 'EMAIL', metadata: '{"replayed":1}' },
  ]);
});

test('what has no recipient cannot be replayed', async () => {
  await desk.node.createTicket();
  const [nobody] = (await list('?state=skipped')).deliveries;
  expect((await replay(nobody?.id)).status).toBe(404);
});

const filters: DeliveryFilter[] = [{}, { state: 'failed' }, { state: 'skipped' }, { ticketId: 1 }];

test.each(filters)('the list %j is read off an index and never sorted', (filter) => {
  const { services, file } = desk.node;
  const page = { limit: 50, before: 100 };
  const { sql, parameters } = deliveriesQuery(services.database.db, filter, page).compile();
  const connection = new BetterSqlite3(file, { readonly: true });
  const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  connection.close();
  const plan = steps.map(({ detail }) => detail).join('\n');
  expect(plan).toMatch(/SEARCH notification USING/);
  expect(plan).not.toContain('TEMP B-TREE');
});
