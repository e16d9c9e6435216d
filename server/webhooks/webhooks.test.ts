import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { consoleRules } from '#shared/model/rule-set.ts';
import type { WebhookEvent } from '#shared/model/webhook-event.ts';
import { signCall } from '../channels/webhook.ts';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { createTestPeer, type PeerReply, type ReceivedCall, type TestPeer } from '../testing/test-peer.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { isPublicAddress } from './public-address.ts';

const hourMs = 3_600_000;
const accepted = (): PeerReply => ({ status: 200, body: {} });

interface Told {
  id: string;
  event: string;
  ticket: { id: number; status: string; assignee_ids: number[] };
  changed?: string[];
  from?: unknown;
  to?: unknown;
  message?: { text: string };
}

const toldOf = ({ received }: TestPeer): Told[] => received.map(({ body }) => body as Told);

async function subscribe(
  { services, users }: TestDesk,
  url: string,
  events: readonly WebhookEvent[],
): Promise<{ id: number; secret: string }> {
  const outcome = await services.webhooks.create(users.admin, { name: 'Peer', url, events, isActive: true });
  if (outcome.kind !== 'done' || outcome.secret === null) throw new Error(`Not made: ${outcome.kind}`);
  return { id: outcome.webhook.id, secret: outcome.secret };
}

async function resolve({ services, users }: TestDesk, ticket_uid: string): Promise<void> {
  const args = { ticket_uid, activity_uid: services.mintUid(), to: 'resolved' as const };
  await applyChange(services, users.superAdmin, { name: 'ticket-status', args });
}

const callsOf = ({ services }: TestDesk) =>
  services.database.db
    .selectFrom('notification')
    .select(['status', 'attempts', 'error', 'next_attempt_at'])
    .where('channel', '=', 'WEBHOOK')
    .orderBy('id')
    .execute();

describe('calls', () => {
  test('are signed, named once and told of what happened', async () => {
    await using peer = await createTestPeer(accepted);
    await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
    const { secret } = await subscribe(desk, `${peer.url}/hook?a=1`, ['ticket.created', 'message.created']);
    const ticket = await desk.createTicket({ description: 'Héllo' });
    await desk.services.webhookDelivery.run();
    expect(toldOf(peer)).toMatchObject([
      { event: 'ticket.created', ticket: { id: ticket.id, status: 'new', code: ticket.code } },
      { event: 'message.created', message: { text: 'Héllo' } },
    ]);
    const [call] = peer.received as [ReceivedCall];
    expect([call.method, call.path]).toEqual(['POST', '/hook?a=1']);
    expect(call.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'waypost-event': 'ticket.created',
    });
    const [, seconds = '', hex = ''] =
      /^t=(\d+),v1=([\da-f]{64})$/.exec(String(call.headers['waypost-signature'])) ?? [];
    expect(Number(seconds)).toBe(Math.floor(desk.clock.now() / 1000));
    const expected = createHmac('sha256', secret)
      .update(`${seconds}.${JSON.stringify(call.body)}`)
      .digest('hex');
    expect(hex).toBe(expected);
    expect(new Set(toldOf(peer).map(({ id }) => id)).size).toBe(2);
  });

  test('each event goes to those who asked for it', async () => {
    await using peer = await createTestPeer(accepted);
    await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
    const { services, users } = desk;
    const events = [
      'ticket.updated',
      'ticket.status_changed',
      'ticket.assigned',
      'note.created',
      'ticket.deleted',
    ] as const;
    await subscribe(desk, `${peer.url}/all`, events);
    await subscribe(desk, `${peer.url}/status`, ['ticket.status_changed']);
    const { id, uid } = await desk.createTicket({ assigneeId: users.agent.id });
    await resolve(desk, uid);
    const names = { ticket_uid: uid, message_uid: services.mintUid(), activity_uid: services.mintUid() };
    await applyChange(services, users.admin, { name: 'ticket-note', args: { ...names, text: 'Done' } });
    await services.ticketEdits.remove(id, { actor: users.superAdmin, rules: consoleRules, origin: 'it' });
    await services.webhookDelivery.run();
    const at = (path: string): Told[] =>
      peer.received.filter((call) => call.path === path).map(({ body }) => body as Told);
    expect(at('/all').map(({ event }) => event)).toEqual([
      'ticket.updated',
      'ticket.assigned',
      'ticket.updated',
      'ticket.status_changed',
      'note.created',
      'ticket.deleted',
    ]);
    expect(at('/all')[1]).toMatchObject({ from: [], to: [users.agent.id] });
    expect(at('/all')[2]?.changed).toEqual(expect.arrayContaining(['status', 'resolved_at']));
    expect(at('/status')).toMatchObject([{ from: 'new', to: 'resolved' }]);
    // The same event has the same name everywhere.
    expect(at('/status')[0]?.id).toBe(at('/all')[3]?.id);
  });

  test('nobody is told of what was undone, nor after a webhook was switched off', async () => {
    await using peer = await createTestPeer(accepted);
    await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
    const { id } = await subscribe(desk, peer.url, ['ticket.created', 'ticket.status_changed']);
    const { services, users } = desk;
    const { id: ticketId, uid } = await desk.createTicket();
    const context = { actor: users.superAdmin, rules: consoleRules, origin: 'console' };
    const undone = await services.tickets.changeTogether(
      ticketId,
      () => [
        {
          name: 'ticket-status',
          args: { ticket_uid: uid, activity_uid: services.mintUid(), to: 'resolved' },
        },
        {
          name: 'ticket-status',
          args: { ticket_uid: uid, activity_uid: services.mintUid(), to: 'cancelled' },
        },
      ],
      context,
    );
    expect(undone.kind).toBe('refused');
    await services.webhooks.update(users.admin, id, { isActive: false });
    await desk.createTicket();
    await services.webhookDelivery.run();
    expect(peer.received).toEqual([]);
    expect(await callsOf(desk)).toMatchObject([{ status: 'FAILED', error: 'The webhook is switched off' }]);
  });
});

describe('failures', () => {
  test('are tried again with the same name, given up in the end, and replayed', async () => {
    let status = 503;
    await using peer = await createTestPeer(() => ({ status, body: { why: 'not now' } }));
    await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
    await subscribe(desk, peer.url, ['ticket.created']);
    await desk.createTicket();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await desk.services.webhookDelivery.run();
      desk.clock.advance(7 * hourMs);
    }
    expect(peer.received).toHaveLength(8);
    expect(await callsOf(desk)).toMatchObject([
      { status: 'FAILED', attempts: 8, error: '503 {"why":"not now"}', next_attempt_at: null },
    ]);
    status = 204;
    await desk.services.deliveryLog.replayFailed(desk.users.admin, 'WEBHOOK');
    await desk.services.webhookDelivery.run();
    expect(await callsOf(desk)).toMatchObject([{ status: 'SENT' }]);
    expect(new Set(toldOf(peer).map(({ id }) => id)).size).toBe(1);
    const times = new Set(peer.received.map(({ headers }) => headers['waypost-signature']));
    expect(times.size).toBe(9);
  });

  test.each([
    [{ status: 410, body: {} }, 'FAILED', '410 {}'],
    [{ status: 404, body: {} }, 'PENDING', '404 {}'],
    [{ status: 302, body: {}, headers: { location: 'http://127.0.0.1:1/' } }, 'PENDING', '302 {}'],
  ])('%j', async (reply, status, error) => {
    await using peer = await createTestPeer(() => reply);
    await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
    await subscribe(desk, peer.url, ['ticket.created']);
    await desk.createTicket();
    await desk.services.webhookDelivery.run();
    expect(peer.received).toHaveLength(1);
    expect(await callsOf(desk)).toMatchObject([{ status, error }]);
  });

  test('a program that never answers keeps no letter waiting', async () => {
    await using peer = await createTestPeer(() => new Promise<never>(() => undefined));
    await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
    await subscribe(desk, peer.url, ['ticket.created']);
    await desk.createTicket();
    const stuck = desk.services.webhookDelivery.run();
    await expect.poll(() => peer.received.length).toBe(1);
    await desk.services.delivery.run();
    desk.services.webhookDelivery.stop();
    await stuck;
    expect(await callsOf(desk)).toMatchObject([{ status: 'PENDING', attempts: 0 }]);
  });
});

describe('private addresses', () => {
  test('are refused when they are written, and when a name leads to them', async () => {
    await using peer = await createTestPeer(accepted);
    await using desk = await createTestDesk();
    const { services, users } = desk;
    const input = { name: 'Peer', events: ['ticket.created'] as const, isActive: true };
    for (const url of [peer.url, 'http://[::1]:80/', 'http://0x7f.1/', 'http://[::ffff:10.0.0.1]/']) {
      expect([url, (await services.webhooks.create(users.admin, { ...input, url })).kind]).toEqual([
        url,
        'private_address',
      ]);
    }
    const { port } = new URL(peer.url);
    await subscribe(desk, `http://localhost:${port}/`, ['ticket.created']);
    await desk.createTicket();
    await services.webhookDelivery.run();
    expect(peer.received).toEqual([]);
    expect(await callsOf(desk)).toMatchObject([
      { status: 'PENDING', error: 'The address is not on the public internet' },
    ]);
  });

  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['::', false],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::a00:1', false],
    ['nonsense', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

test('a secret is kept sealed, and another one signs after it was rotated', async () => {
  await using peer = await createTestPeer(accepted);
  await using desk = await createTestDesk({ allowsPrivateWebhooks: true });
  const { services, users } = desk;
  const { id, secret } = await subscribe(desk, peer.url, ['ticket.created']);
  const stored = await services.database.db.selectFrom('webhook').select('secret').execute();
  expect(JSON.stringify(stored)).not.toContain(secret);
  const rotated = await services.webhooks.rotateSecret(users.admin, id);
  const newer = rotated.kind === 'done' ? (rotated.secret ?? '') : '';
  expect(newer).toMatch(/^whsec_[\w-]{43}$/);
  await services.webhooks.ping(users.admin, id);
  await services.webhookDelivery.run();
  const [call] = peer.received as [ReceivedCall];
  const seconds = Math.floor(desk.clock.now() / 1000);
  expect(call.headers['waypost-signature']).toBe(signCall(newer, seconds, JSON.stringify(call.body)));
  expect(call.body).toMatchObject({ event: 'ping' });
});
