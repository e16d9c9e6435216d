import { expect, test } from 'vitest';
import { createTestPeer } from '../../testing/test-peer.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

interface Shown {
  secret: string;
  webhook: { id: number; name: string; events: string[]; is_active: boolean };
}

const hook = { name: 'Warehouse', url: 'https://hooks.example.org/waypost', events: ['ticket.created'] };

async function create(desk: TestV1, body: object = hook): Promise<Shown> {
  const answer = await desk.ask('POST', '/admin/webhooks', { as: 'admin', body });
  expect(answer.status).toBe(201);
  return (answer.body as { data: Shown }).data;
}

test('a webhook is made, shown, changed and deleted; its secret is said once', async () => {
  await using desk = await createTestV1();
  const { secret, webhook } = await create(desk, { ...hook, events: ['ticket.created', 'ticket.created'] });
  expect(secret).toMatch(/^whsec_/);
  expect(webhook).toMatchObject({ ...hook, is_active: true });
  const path = `/admin/webhooks/${webhook.id}`;
  const listed = await desk.ask('GET', '/admin/webhooks', { as: 'admin' });
  expect(listed.body).toMatchObject({ data: { webhooks: [{ name: 'Warehouse' }], total: 1 } });
  expect(listed.text).not.toContain(secret);
  const changed = await desk.ask('PUT', path, { as: 'admin', body: { is_active: false, name: 'Shop' } });
  expect(changed.body).toMatchObject({ data: { webhook: { ...hook, name: 'Shop', is_active: false } } });
  const rotated = await desk.ask('POST', `${path}/rotate-secret`, { as: 'admin' });
  expect((rotated.body as { data: Shown }).data.secret).not.toBe(secret);
  expect((await desk.ask('DELETE', path, { as: 'admin' })).status).toBe(200);
  for (const method of ['GET', 'DELETE'] as const) {
    const gone = await desk.ask(method, path, { as: 'admin' });
    expect([gone.status, gone.body]).toEqual([404, { detail: `Webhook with ID ${webhook.id} not found` }]);
  }
});

test('its calls are listed with what became of them, and a dead one is replayed', async () => {
  let status = 410;
  await using peer = await createTestPeer(() => ({ status, body: {} }));
  await using desk = await createTestV1({ allowsPrivateWebhooks: true });
  const { webhook } = await create(desk, { ...hook, url: peer.url });
  await create(desk, { ...hook, url: `${peer.url}/other`, events: ['ticket.deleted'] });
  await desk.ask('POST', `/admin/webhooks/${webhook.id}/ping`, { as: 'admin' });
  const { id } = await desk.node.createTicket();
  await desk.node.services.webhookDelivery.run();
  const read = async (query = '') => {
    const path = `/admin/webhooks/${webhook.id}/deliveries${query}`;
    const { body } = await desk.ask('GET', path, { as: 'admin' });
    return (body as { data: { deliveries: { id: number; event: string }[]; next_before: number | null } })
      .data;
  };
  const { deliveries } = await read('?state=failed');
  expect(deliveries).toMatchObject([
    { event: 'ticket.created', ticket_id: id, state: 'failed', error: '410 {}', attempts: 1 },
    { event: 'ping', ticket_id: null, state: 'failed' },
  ]);
  expect((await read('?limit=1')).next_before).toBe(deliveries[0]?.id);
  status = 200;
  const replay = `/admin/deliveries/${deliveries[0]?.id}/replay`;
  expect((await desk.ask('POST', replay, { as: 'admin' })).status).toBe(200);
  await desk.node.services.webhookDelivery.run();
  expect((await read('?state=sent')).deliveries).toMatchObject([{ event: 'ticket.created' }]);
});

test.each([
  [{}, "Field 'name' is required"],
  [{ ...hook, url: 'ftp://example.org' }, "Field 'url' must be an http or https address without a user"],
  [
    { ...hook, url: 'https://me:secret@example.org' },
    "Field 'url' must be an http or https address without a user",
  ],
  [{ ...hook, url: 'nowhere' }, "Field 'url' must be an http or https address without a user"],
  [{ ...hook, url: 'http://169.254.169.254/latest' }, 'The address is not on the public internet'],
  [{ ...hook, events: [] }, "Field 'events' cannot be empty"],
  [{ ...hook, events: ['ticket.exploded'] }, null],
  [{ ...hook, is_active: 'yes' }, "Field 'is_active' must be true or false"],
])('is refused: %j', async (body, detail) => {
  await using desk = await createTestV1();
  const { status, body: answer } = await desk.ask('POST', '/admin/webhooks', { as: 'admin', body });
  expect([status, answer]).toEqual([400, { detail: detail ?? expect.any(String) }]);
});
