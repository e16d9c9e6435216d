import { expect, test, vi } from 'vitest';
import type { Present, PresenceState } from '#shared/protocol/presence.ts';
import { createLiveDesk, isLive, settings } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';
import { applyChange } from '../testing/test-tickets.ts';

/** What a console was last told of each ticket, and everything that it was told. */
function hear({ replica }: TestConsole): { last: Map<string, Present['people']>; all: Present[] } {
  const heard = { last: new Map<string, Present['people']>(), all: [] as Present[] };
  replica.on('presence', (present) => {
    heard.all.push(present);
    heard.last.set(present.ticket_uid, present.people);
  });
  return heard;
}

const stand = (console: TestConsole, ticket_uid: string, state: PresenceState | null): Promise<null> =>
  console.call('presence.set', { ticket_uid, state });

test('those on a ticket know who else is there and what they do, until they leave', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const { uid } = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const agentHears = hear(agents);
  const adminHears = hear(admins);

  await stand(agents, uid, 'viewing');
  await stand(admins, uid, 'viewing');
  await vi.waitFor(() => {
    expect(agentHears.last.get(uid)).toEqual([{ user_id: superAdmin.id, state: 'viewing' }]);
    expect(adminHears.last.get(uid)).toEqual([{ user_id: agent.id, state: 'viewing' }]);
  }, settings);
  await stand(admins, uid, 'typing');
  await vi.waitFor(
    () => expect(agentHears.last.get(uid)).toEqual([{ user_id: superAdmin.id, state: 'typing' }]),
    settings,
  );
  await stand(admins, uid, null);
  await vi.waitFor(() => expect(agentHears.last.get(uid)).toEqual([]), settings);
});

test('a lost connection leaves nobody behind, and a new one says again who is there', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const { uid } = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const agentHears = hear(agents);
  const adminHears = hear(admins);
  await stand(agents, uid, 'draft');
  await stand(admins, uid, 'viewing');
  await vi.waitFor(() => expect(adminHears.last.get(uid)).toHaveLength(1), settings);
  agents.cut();
  await vi.waitFor(() => {
    expect(adminHears.last.get(uid)).toEqual([]);
    expect(agentHears.last.get(uid)).toEqual([]);
  }, settings);
  agents.mend();
  await isLive(agents);
  await vi.waitFor(
    () => expect(adminHears.last.get(uid)).toEqual([{ user_id: agent.id, state: 'draft' }]),
    settings,
  );
});

test('who may not see a ticket is neither told nor told of, also once they may no longer', async () => {
  await using desk = await createLiveDesk();
  const { agent, colleague, superAdmin } = desk.users;
  const { uid } = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const others = await desk.open(colleague.username);
  const admins = await desk.open(superAdmin.username);
  const [agentHears, otherHears, adminHears] = [hear(agents), hear(others), hear(admins)];
  await stand(others, uid, 'viewing');
  await stand(agents, uid, 'viewing');
  await stand(admins, uid, 'viewing');
  await vi.waitFor(
    () => expect(adminHears.last.get(uid)).toEqual([{ user_id: agent.id, state: 'viewing' }]),
    settings,
  );
  expect(otherHears.all).toEqual([]);

  const uids = { activity_uid: desk.services.mintUid(), status_activity_uid: desk.services.mintUid() };
  const args = { ticket_uid: uid, ...uids, assignee_id: colleague.id };
  await applyChange(desk.services, superAdmin, { name: 'ticket-assign', args });
  const before = agentHears.all.length;
  await stand(admins, uid, 'typing');
  await vi.waitFor(() => expect(adminHears.last.get(uid)).toEqual([]), settings);
  expect(agentHears.all).toHaveLength(before);
});
