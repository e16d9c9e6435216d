import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, settings, uidsOf, type LiveDesk } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { findTicketByUid, type StoredTicket } from '../tickets/ticket.repo.ts';

const merge = (desk: LiveDesk, console: TestConsole, ticket: StoredTicket, into: StoredTicket) =>
  console.change('ticket-merge', {
    ticket_uid: ticket.uid,
    into_uid: into.uid,
    activity_uid: desk.services.mintUid(),
    status_activity_uid: desk.services.mintUid(),
  });

const stored = (desk: LiveDesk, { uid }: StoredTicket): Promise<StoredTicket | null> =>
  findTicketByUid(desk.services.database.db, uid);

const assign = (desk: LiveDesk, ticket: StoredTicket, assignee_id: number | null) =>
  applyChange(desk.services, desk.users.superAdmin, {
    name: 'ticket-assign',
    args: {
      ticket_uid: ticket.uid,
      activity_uid: desk.services.mintUid(),
      status_activity_uid: desk.services.mintUid(),
      assignee_id,
    },
  });

test('a merged ticket follows the assignee of the one it was merged into, and comes back as it was', async () => {
  await using desk = await createLiveDesk();
  const { agent, colleague, superAdmin } = desk.users;
  const secondary = await desk.createTicket({ subject: 'Twice', assigneeId: agent.id });
  const primary = await desk.createTicket({ subject: 'Once', assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const others = await desk.open(colleague.username);

  agents.cut();
  await merge(desk, agents, secondary, primary);
  expect(await uidsOf(agents)).toEqual([primary.uid]);
  const shown = await agents.call('tickets.get', { uid: primary.uid });
  expect(shown?.merged).toMatchObject([
    { ticket: { uid: secondary.uid }, messages: [{ delivery: 'delivered' }] },
  ]);
  agents.mend();
  await isLive(agents);

  await assign(desk, primary, colleague.id);
  await vi.waitFor(async () => {
    expect(await others.call('tickets.find', { id: secondary.id })).toBe(secondary.uid);
    expect(await agents.call('tickets.find', { id: secondary.id })).toBeNull();
  }, settings);
  const admins = await desk.open(superAdmin.username);
  await admins.change('ticket-unmerge', {
    ticket_uid: secondary.uid,
    activity_uid: desk.services.mintUid(),
    status_activity_uid: desk.services.mintUid(),
  });
  await vi.waitFor(async () => expect(await uidsOf(agents)).toEqual([secondary.uid]), settings);
  expect(await stored(desk, secondary)).toMatchObject({ status: 'new', assignee_id: agent.id });
});

test('what a customer writes to a merged ticket ends the snooze of the other and reaches its reader', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const secondary = await desk.createTicket({ subject: 'Twice', assigneeId: agent.id });
  const primary = await desk.createTicket({ subject: 'Once', assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  await merge(desk, agents, secondary, primary);
  await agents.change('ticket-snooze', {
    ticket_uid: primary.uid,
    activity_uid: desk.services.mintUid(),
    until: Date.now() + 1_000_000_000,
  });
  await isLive(agents);
  const { mintUid, tickets } = desk.services;
  const message = { message_uid: mintUid(), activity_uid: mintUid(), text: 'Any news?' };
  await tickets.receiveFromCustomer(secondary.uid, message, 'chatbot');
  await vi.waitFor(async () => {
    const held = await agents.call('tickets.get', { uid: primary.uid });
    expect(held?.ticket).toMatchObject({ snoozed_until: null, last_message_text: 'Any news?' });
    expect(held?.activities.at(-1)).toMatchObject({ kind: 'unsnoozed', actor_id: null });
    expect(agents.alerts).toMatchObject([{ kind: 'customer_message', ticket_uid: primary.uid }]);
  }, settings);
  expect(await stored(desk, secondary)).toMatchObject({ status: 'closed' });
});

test('a merge that was decided against one who merged it elsewhere needs its author', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const [secondary, primary, third] = [
    await desk.createTicket({ assigneeId: agent.id }),
    await desk.createTicket({ assigneeId: agent.id }),
    await desk.createTicket({ assigneeId: agent.id }),
  ];
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  agents.cut();
  await merge(desk, agents, secondary, primary);
  await merge(desk, admins, secondary, third);
  await isLive(admins);
  agents.mend();
  await vi.waitFor(
    async () =>
      expect(await agents.call('conflicts.list', {})).toMatchObject([
        { name: 'ticket-merge', refusal: { code: 'overtaken', current: third.uid }, choices: ['discard'] },
      ]),
    settings,
  );
});
