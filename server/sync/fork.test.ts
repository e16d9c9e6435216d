import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, note, seesTexts, settings, textsOf } from '../testing/live-desk.ts';

test('two computers with one copied profile never do the same thing twice', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const admins = await desk.open(superAdmin.username);
  const first = await desk.open(agent.username);
  first.cut();
  await note(desk, first, ticket, 'Kept before the copy');
  const second = await desk.openCopy(first);
  await note(desk, first, ticket, 'Only on the first');
  await note(desk, second, ticket, 'Only on the second');

  first.mend();
  await isLive(first);
  second.mend();
  await isLive(second);

  const all = ['Kept before the copy', 'Only on the first', 'Only on the second'];
  for (const desks of [first, second, admins]) await seesTexts(desks, ticket.uid, all);
  await note(desk, first, ticket, 'More from the first');
  await note(desk, second, ticket, 'More from the second');
  await isLive(first);
  await isLive(second);
  await vi.waitFor(async () => {
    const texts = (await textsOf(admins, ticket.uid)).slice(1);
    expect(texts.toSorted()).toEqual([...all, 'More from the first', 'More from the second'].toSorted());
  }, settings);
  expect((await first.call('sync.status', {})).needs_you).toBe(0);
  expect((await second.call('sync.status', {})).needs_you).toBe(0);
});

test('a copy that did nothing since does not take the first one’s outcomes for its own', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const admins = await desk.open(superAdmin.username);
  const first = await desk.open(agent.username);
  first.cut();
  const second = await desk.openCopy(first);
  first.mend();
  await note(desk, first, ticket, 'One');
  await note(desk, first, ticket, 'Two');
  await isLive(first);
  await note(desk, second, ticket, 'Three');

  second.mend();
  await isLive(second);

  await seesTexts(admins, ticket.uid, ['One', 'Two', 'Three']);
  await seesTexts(second, ticket.uid, ['One', 'Two', 'Three']);
});
