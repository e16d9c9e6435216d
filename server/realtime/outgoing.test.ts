import { expect, test, vi } from 'vitest';
import { createLiveDesk, settings, type LiveDesk } from '../testing/live-desk.ts';
import { listen, type Listening } from '../testing/listening.ts';
import { applyChange } from '../testing/test-tickets.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

const reply = ({ services, users }: LiveDesk, ticket: StoredTicket, text: string) =>
  applyChange(services, users.superAdmin, {
    name: 'ticket-reply',
    args: { ticket_uid: ticket.uid, message_uid: services.mintUid(), text },
  });

test('one changed field goes out as a patch, in at most 250 bytes', async () => {
  await using desk = await createLiveDesk();
  const ticket = await desk.createTicket();
  using admin = await listen(desk, desk.users.superAdmin.username);
  await applyChange(desk.services, desk.users.superAdmin, {
    name: 'ticket-priority',
    args: { ticket_uid: ticket.uid, activity_uid: desk.services.mintUid(), priority: 'critical' },
  });
  await vi.waitFor(() => expect(admin.frames).toHaveLength(1), settings);
  expect(admin.frames[0]?.ops).toMatchObject([
    { op: 'patch', uid: ticket.uid, set: { priority: 'critical' } },
    { op: 'put', ent: 'activity' },
  ]);
  expect(admin.sizes[0]).toBeLessThanOrEqual(250);
});

test('a burst leaves in few frames, each with what its reader may see, in order', async () => {
  await using desk = await createLiveDesk();
  const { agent, outsider, superAdmin } = desk.users;
  const mine = await desk.createTicket({ assigneeId: agent.id });
  const other = await desk.createTicket({ assigneeId: outsider.id });
  using admin = await listen(desk, superAdmin.username);
  using agents = await listen(desk, agent.username);
  const texts = Array.from({ length: 40 }, (_, index) => `Reply ${index}`);
  const heardBy = ({ frames }: Listening): string[] =>
    frames.flatMap(({ ops }) =>
      ops.flatMap((op) => (op.op === 'put' && op.ent === 'message' ? [op.row.text] : [])),
    );

  await Promise.all(texts.map((text, index) => reply(desk, index % 2 === 0 ? mine : other, text)));

  await vi.waitFor(() => expect(heardBy(admin)).toEqual(texts), settings);
  expect(heardBy(agents)).toEqual(texts.filter((_, index) => index % 2 === 0));
  expect(admin.frames.length).toBeLessThan(20);
  const ends = admin.frames.map((frame) => frame.to);
  expect(ends).toEqual(ends.toSorted((one, two) => one - two));
});

test('a console that does not read is told once that it is behind, and little waits for it', async () => {
  await using desk = await createLiveDesk();
  const ticket = await desk.createTicket();
  using slow = await listen(desk, desk.users.superAdmin.username);
  const { transport } = slow.socket.io.engine as unknown as {
    transport: { ws: { _socket: { pause: () => void; resume: () => void } } };
  };
  const line = transport.ws._socket;
  line.pause();
  const text = 'x'.repeat(45_000);
  const count = 600;
  for (let sent = 0; sent < count; sent += 1) await reply(desk, ticket, text);
  line.resume();

  await vi.waitFor(() => expect(slow.behinds).toBe(1), settings);
  // What the system's own buffers took, and a megabyte more.
  const heard = slow.sizes.reduce((sum, size) => sum + size, 0);
  expect(heard).toBeLessThan((count * text.length) / 2);
  const heardBefore = slow.frames.length;
  await reply(desk, ticket, 'Not sent');
  const pulled: unknown = await slow.socket.emitWithAck('pull', { cursor: slow.frames.at(-1)?.to ?? 0 });
  expect(JSON.stringify(pulled)).toContain('Not sent');
  expect(slow.frames).toHaveLength(heardBefore);
  // The first answer was large; a second round trip proves that all of it has left.
  await slow.socket.emitWithAck('pull', { cursor: (pulled as { value: { cursor: number } }).value.cursor });
  await reply(desk, ticket, 'Sent again');
  await vi.waitFor(() => expect(slow.frames).toHaveLength(heardBefore + 1), settings);
}, 30_000);
