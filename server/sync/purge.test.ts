import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, note, seesTexts, uidsOf, settings } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';
import { applyChange } from '../testing/test-tickets.ts';

/** What an agent was promised. */
const soon = { timeout: 10_000, interval: 100 };

/** The console's files that hold these words. */
function filesWith({ folder }: TestConsole, words: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
}

test('a ticket that is assigned away is off the disk within ten seconds', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin, outsider } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id, description: 'Zirconium in the teapot' });
  const stays = await desk.createTicket({ assigneeId: agent.id, description: 'Nothing of the kind' });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  await note(desk, admins, ticket, 'Vermilion elephants');
  await seesTexts(agents, ticket.uid, ['Vermilion elephants']);
  expect(filesWith(agents, 'Zirconium')).not.toEqual([]);

  await applyChange(desk.services, superAdmin, {
    name: 'ticket-assign',
    args: {
      ticket_uid: ticket.uid,
      activity_uid: desk.services.mintUid(),
      status_activity_uid: desk.services.mintUid(),
      assignee_id: outsider.id,
    },
  });

  await vi.waitFor(async () => expect(await uidsOf(agents)).toEqual([stays.uid]), settings);
  await vi.waitFor(() => {
    for (const word of ['Zirconium', 'zirconium', 'Vermilion', 'vermilion']) {
      expect(filesWith(agents, word)).toEqual([]);
    }
  }, soon);
  expect(filesWith(agents, 'Nothing of the kind')).not.toEqual([]);
});

test('another department: what leaves is purged first, and only what is new is fetched', async () => {
  await using desk = await createLiveDesk();
  const agent = await desk.createUser({ role: 'agent', department: 'loan' });
  const mine = await desk.createTicket({
    category: 'account',
    assigneeId: agent.id,
    description: 'Mine for good',
  });
  await desk.createTicket({ category: 'loan', description: 'Cobalt umbrellas' });
  const payment = await desk.createTicket({ category: 'payment' });
  const agents = await desk.open(agent.username);
  agents.received.length = 0;

  await desk.services.users.update(desk.users.superAdmin, agent.id, { department: 'payment' });

  await vi.waitFor(
    async () => expect((await uidsOf(agents)).toSorted()).toEqual([mine.uid, payment.uid].toSorted()),
    settings,
  );
  await isLive(agents);
  expect(agents.received.join('\n')).not.toContain('Mine for good');
  await vi.waitFor(() => expect(filesWith(agents, 'Cobalt')).toEqual([]), soon);
});

test('a closed account takes the desk off its computers, and leaves what its user wrote', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id, description: 'Zirconium in the teapot' });
  const agents = await desk.open(agent.username);
  expect(filesWith(agents, 'Zirconium')).not.toEqual([]);
  agents.cut();
  await note(desk, agents, ticket, 'Written on the train');

  await desk.services.users.deactivate(superAdmin, agent.id);
  agents.mend();
  await vi.waitFor(
    async () =>
      expect((await agents.call('sync.status', {})).connection).toEqual({
        state: 'needs_sign_in',
        reason: 'taken_back',
      }),
    settings,
  );
  await vi.waitFor(() => expect(filesWith(agents, 'Zirconium')).toEqual([]), soon);
  expect(await uidsOf(agents)).toEqual([]);
  expect(await agents.call('outbox.list', {})).toMatchObject([{ text: 'Written on the train' }]);
});

test('a session that was taken back while it was in use ends the same way', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  await desk.createTicket({ assigneeId: agent.id, description: 'Zirconium in the teapot' });
  const agents = await desk.open(agent.username);
  await desk.services.users.deactivate(superAdmin, agent.id);
  await vi.waitFor(() => expect(filesWith(agents, 'Zirconium')).toEqual([]), soon);
  expect(await agents.call('sync.status', {})).toMatchObject({ connection: { state: 'needs_sign_in' } });
});
