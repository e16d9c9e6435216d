import { expect, test, vi } from 'vitest';
import { accessToken, listen } from '../testing/listening.ts';
import { createLiveDesk, isLive, settings } from '../testing/live-desk.ts';

test('a new token of the same user goes on with the connection', async () => {
  await using desk = await createLiveDesk();
  const { agent, colleague } = desk.users;
  using agents = await listen(desk, agent.username);
  const renew = async (username: string): Promise<unknown> =>
    agents.socket.emitWithAck('auth.refresh', { token: await accessToken(desk, username) });
  expect(await renew(agent.username)).toEqual({ ok: true, value: null });
  expect(await renew(colleague.username)).toMatchObject({ ok: false, error: { kind: 'signed_out' } });
  const forged: unknown = await agents.socket.emitWithAck('auth.refresh', { token: 'forged' });
  expect(forged).toMatchObject({ ok: false, error: { kind: 'signed_out' } });
  expect(agents.socket.connected).toBe(true);
});

test('a node that stops tells each console when to come back', async () => {
  await using desk = await createLiveDesk();
  using agents = await listen(desk, desk.users.agent.username);
  await desk.restore(desk.backUp());
  await vi.waitFor(() => expect(agents.byes).toHaveLength(1), settings);
  expect(agents.byes).toEqual([{ reason: 'restarting', retry_after_ms: expect.any(Number) }]);
});

test('to come back when nothing happened takes one round trip and less than a kilobyte', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  for (let made = 0; made < 5; made += 1) await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  agents.cut();
  agents.received.length = 0;
  agents.mend();
  await isLive(agents);
  expect(agents.received).toHaveLength(1);
  expect(agents.plug.helloBytes + (agents.received[0]?.length ?? 0)).toBeLessThan(1_000);
});
