import { expect, test, vi } from 'vitest';
import { readReceipt, type Receipt } from '#shared/model/receipt.ts';
import { failed, type SendResult } from '../channels/channel.ts';
import { createLiveDesk, isLive, settings } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';

async function receiptOn(console: TestConsole, uid: string): Promise<Receipt | null> {
  const last = (await console.call('tickets.get', { uid }))?.messages.at(-1);
  return readReceipt(last?.row.receipt ?? null);
}

test('every console sees how far an answer has come to the customer’s messenger, and is not alerted by it', async () => {
  let answer: SendResult = failed('403 Forbidden: bot was blocked by the user', true);
  const channels = { TELEGRAM: { send: () => Promise.resolve(answer) } };
  await using desk = await createLiveDesk({ channels });
  const { agent, superAdmin } = desk.users;
  const { id: requesterId } = await desk.createUser({ role: 'customer', telegram_chat_id: '77' });
  const requester = { id: requesterId, name: 'John Doe', email: null };
  const { uid } = await desk.createTicket({ source: 'telegram', requester, assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const { delivery, deliveryLog, mintUid } = desk.services;

  await agents.change('ticket-reply', { ticket_uid: uid, message_uid: mintUid(), text: 'Hello' });
  await isLive(agents);
  const both = async (receipt: Receipt): Promise<void> => {
    for (const console of [agents, admins]) {
      await vi.waitFor(async () => expect(await receiptOn(console, uid)).toEqual(receipt), settings);
    }
  };
  await both({ channel: 'telegram', state: 'queued', error: null });
  await delivery.run();
  await both({ channel: 'telegram', state: 'failed', error: '403 Forbidden: bot was blocked by the user' });

  const late = await desk.open(superAdmin.username);
  expect(await receiptOn(late, uid)).toMatchObject({ state: 'failed' });
  answer = { kind: 'sent', peerId: '5', answer: '200' };
  expect(await deliveryLog.replayFailed(superAdmin, null)).toBe(1);
  await both({ channel: 'telegram', state: 'queued', error: null });
  await delivery.run();
  await both({ channel: 'telegram', state: 'sent', error: null });
  expect([...agents.alerts, ...admins.alerts]).toEqual([]);
});
