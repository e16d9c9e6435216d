import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, settings, uidsOf } from '../testing/live-desk.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { readSnapshotPage } from './snapshot.service.ts';

test('my open tickets come first, then what else is open, then what ended lately', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const [mine, queued, closed] = [
    await desk.createTicket({ subject: 'Mine', assigneeId: agent.id }),
    await desk.createTicket({ subject: 'Queued', category: 'payment' }),
    await desk.createTicket({ subject: 'Closed', assigneeId: agent.id }),
  ];
  await applyChange(desk.services, superAdmin, {
    name: 'ticket-status',
    args: { ticket_uid: closed.uid, activity_uid: desk.services.mintUid(), to: 'closed' },
  });
  const uids: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const query: { after?: string; limit: number } = { limit: 1, ...(after === null ? {} : { after }) };
    const page = await readSnapshotPage(desk.services, agent, query);
    uids.push(...page.rows.ticket.uid);
    expect(page.total).toBe(3);
    after = page.next;
    pages += 1;
  } while (after !== null && pages < 10);
  expect(uids).toEqual([mine.uid, queued.uid, closed.uid]);
});

test('a first sync that was stopped goes on where it was, and ends with everything', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const agents = await desk.open(agent.username);
  agents.cut();
  await agents.replica.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(agents.folder, `replica.db${end}`), { force: true });
  for (let made = 0; made < 150; made += 1) await desk.createTicket({ category: 'payment' });
  await agents.restart();
  agents.plug.places.length = 0;
  agents.plug.nextPlaces.length = 0;
  agents.plug.pagesLeft = 1;
  agents.mend();
  await vi.waitFor(async () => expect(await uidsOf(agents)).toHaveLength(100), settings);
  agents.cut();
  await agents.restart();
  agents.plug.pagesLeft = Infinity;
  agents.mend();
  await isLive(agents);

  expect(agents.plug.places).toEqual([null, expect.any(String)]);
  // The node said so ahead of the page, too.
  expect(agents.plug.nextPlaces).toEqual([agents.plug.places[1]]);
  const { items } = await agents.call('tickets.list', { view: 'open', after: null, limit: 200 });
  expect(items).toHaveLength(150);
});
