import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';

interface Frame {
  type: string;
  data: Record<string, unknown>;
  timestamp: string;
}

let desk: TestIt;
let url: string;
const open: WebSocket[] = [];

beforeAll(async () => {
  desk = await createTestIt();
  await desk.node.createUser({ username: 'stranger', role: 'customer' });
  await desk.node.app.listen({ host: '127.0.0.1', port: 0 });
  url = `ws://127.0.0.1:${(desk.node.app.server.address() as AddressInfo).port}/ws`;
});
afterAll(async () => {
  for (const socket of open) socket.terminate();
  await desk[Symbol.asyncDispose]();
});

function connect(query = '', options: ClientOptions = {}): { socket: WebSocket; frames: Frame[] } {
  const socket = new WebSocket(url + query, options);
  open.push(socket);
  const frames: Frame[] = [];
  socket.on('message', (message: Buffer) => frames.push(JSON.parse(message.toString()) as Frame));
  return { socket, frames };
}

async function listenAs(username: string): Promise<{ socket: WebSocket; frames: Frame[] }> {
  const listener = connect(`?token=${await desk.tokenOf(username)}`);
  await expect.poll(() => listener.frames.length).toBe(1);
  return listener;
}

async function closedWith(query: string, options?: ClientOptions): Promise<number> {
  const [code] = (await once(connect(query, options).socket, 'close')) as [number];
  return code;
}

test('a listener is known by token, header or cookie, and greeted with the metrics', async () => {
  const bearer = `Bearer ${await desk.tokenOf('agent')}`;
  const login = await desk.ask('POST', '/api/auth/login', {
    body: { username: 'admin', password: 'Correct-Horse-9' },
  });
  const [cookie = ''] = String(login.headers['set-cookie']).split(';');
  expect(cookie).toMatch(/^admin_session=/);
  for (const { frames } of [
    connect(`?token=${await desk.tokenOf('customer')}`),
    connect('', { headers: { authorization: bearer } }),
    connect('', { headers: { cookie } }),
  ]) {
    await expect.poll(() => frames.length).toBe(1);
    expect(frames[0]).toMatchObject({
      type: 'metrics',
      data: { cpu_usage: expect.any(Number), open_tickets: expect.any(Number) },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  }
  expect(await closedWith('', { headers: { cookie, origin: 'https://evil.example' } })).toBe(4401);
});

test('nobody else hears anything', async () => {
  expect(await closedWith('')).toBe(4401);
  expect(await closedWith('?token=nonsense')).toBe(4401);
  expect(await closedWith(`?token=${await desk.tokenOf('applicant')}`)).toBe(4403);
  const { status } = await desk.ask('GET', '/ws', { as: 'admin' });
  expect(status).toBe(426);
});

test('each hears what they may see', async () => {
  const [agent, customer, stranger] = [
    await listenAs('agent'),
    await listenAs('customer'),
    await listenAs('stranger'),
  ];
  const body = { title: 'Slow', description: 'Everything is slow', category: 'performance_issue' };
  const { id } = (await desk.ask<{ id: number }>('POST', '/api/tickets', { as: 'customer', body })).body;
  await desk.ask('PUT', `/api/tickets/${id}`, { as: 'admin', body: { status: 'in_progress' } });
  await desk.ask('POST', '/api/chatbot/chat', { as: 'customer', body: { message: 'Hello' } });
  await desk.node.services.metrics.sample();

  const types = ({ frames }: { frames: Frame[] }): string[] => frames.slice(1).map(({ type }) => type);
  await expect.poll(() => types(agent)).toEqual(['ticket_status', 'chat_message', 'metrics']);
  await expect.poll(() => types(customer)).toEqual(['ticket_status', 'chat_message', 'metrics']);
  await expect.poll(() => types(stranger)).toEqual(['metrics']);
  expect(agent.frames[1]?.data).toMatchObject({
    ticket_id: id,
    status: 'in_progress',
    previous_status: 'open',
  });
  expect(customer.frames[2]?.data).toMatchObject({ user_query: 'Hello' });
});

test('who loses their rights is cut off, and so is whoever talks too much', async () => {
  const { id } = await desk.node.createUser({ username: 'short', department: 'loan' });
  const { socket } = await listenAs('short');
  const closed = once(socket, 'close');
  await desk.node.services.users.deactivate(desk.node.users.superAdmin, id);
  expect((await closed)[0]).toBe(4401);

  const talker = await listenAs('agent');
  const ended = once(talker.socket, 'close');
  talker.socket.send('x'.repeat(10_000));
  expect((await ended)[0]).toBe(1009);
});

test('alerts are told to everybody when they are raised and when they are over', async () => {
  const { frames } = await listenAs('customer');
  const alert = {
    id: 7,
    type: 'disk_usage',
    severity: 'warning',
    message: 'Disk usage is at 91.0%, above 85%',
    value: 91,
    threshold: 85,
    is_resolved: 1,
    created_at: desk.node.clock.now(),
    resolved_at: desk.node.clock.now(),
  };
  desk.node.services.live.publish({ type: 'alert', alert });
  await expect.poll(() => frames[1]).toMatchObject({ type: 'alert', data: { id: 7, is_resolved: true } });
});
