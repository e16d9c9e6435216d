import { test } from 'vitest';
import { createLiveDesk, isLive, note, seesTexts } from '../testing/live-desk.ts';

test('what was kept offline arrives, however much it is', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  agents.cut();
  // More in one message than the node takes.
  const texts = Array.from({ length: 8 }, (_, index) => `${index} ${'ü'.repeat(45_000)}`);
  for (const text of texts) await note(desk, agents, ticket, text);
  agents.mend();
  await isLive(agents);
  await seesTexts(admins, ticket.uid, texts);
});
