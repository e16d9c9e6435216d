import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FaultyProxy } from '../faults/faulty-proxy.ts';
import { createLiveDesk, isLive, reply, seesTexts } from '../testing/live-desk.ts';
import { createTestConsole } from '../testing/test-console.ts';

test('a console that is told to try again while it waits for a token hears of every change', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const admins = await desk.open(superAdmin.username);
  const proxy = await FaultyProxy.open(Number(new URL(desk.url).port));
  {
    await using agents = await createTestConsole(proxy.url, agent.username);
    await isLive(agents);
    // A restarted console has no access token and asks for one first.
    proxy.take('delay');
    await agents.restart();
    await wait(100);
    agents.replica.nudge();
    await isLive(agents);

    await reply(desk, admins, ticket, 'Are you there?');

    await seesTexts(agents, ticket.uid, ['Are you there?']);
    expect((await agents.call('sync.status', {})).connection.state).toBe('live');
  }
  await proxy.close();
});
