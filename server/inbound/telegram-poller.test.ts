import { expect, test } from 'vitest';
import { channelSettings } from '../channels/channel-settings.ts';
import { createTestMessengers, toUpdate } from '../testing/test-messengers.ts';
import { createTestTelegram, testTelegramToken } from '../testing/test-telegram.ts';
import { TelegramPoller } from './telegram-poller.ts';

const chat = 456_789;
const forPoll = { timeout: 15_000, interval: 20 };

test('what customers say is fetched, kept once, and answered, also after a webhook stood in the way', async () => {
  await using telegram = await createTestTelegram();
  const settings = { token: testTelegramToken, api_url: telegram.url, updates: 'polling' };
  await using at = await createTestMessengers({ telegram: channelSettings.telegram.parse(settings) });
  const { channelSetup: setup, inbound: queue, systemLog: log, database } = at.desk.node.services;
  telegram.hasWebhook = true;
  telegram.updates.push(toUpdate(chat, { text: 'My zither is out of tune' }, 7));
  const poller = new TelegramPoller({ setup, queue, log, holdSeconds: 1 });
  const running = poller.run();
  const told = (): string[] => telegram.sent.map(({ text }) => text);
  const answered = async (times: number): Promise<void> => {
    await expect.poll(async () => (await at.settle(), told().length), forPoll).toBe(times);
  };
  await answered(1);
  telegram.updates.push(toUpdate(chat, { press: 'yes' }, 8));
  await answered(2);
  expect(told()[1]).toContain('I have passed our conversation on');
  const named = (name: string) => telegram.received.filter(({ path }) => path.endsWith(`/${name}`));
  await expect.poll(() => named('answerCallbackQuery').length, forPoll).toBe(1);
  // Confirmed by the next call, and gone there.
  await expect.poll(() => telegram.updates, forPoll).toEqual([]);
  expect(named('deleteWebhook')).toHaveLength(1);

  // What was fetched and not confirmed when the node died comes again.
  telegram.updates.push(toUpdate(chat, { press: 'yes' }, 8), toUpdate(chat + 1, { text: 'Hello' }, 9));
  await answered(3);
  const kept = await database.db.selectFrom('inbound_message').select('peer_id').orderBy('id').execute();
  expect(kept.map(({ peer_id }) => peer_id)).toEqual(['7', '8', '9']);

  poller.stop();
  await running;
});

test('it ends when the channel is set up otherwise, and no log says the token when Telegram is away', async () => {
  await using at = await createTestMessengers({ telegram: null });
  const { channelSetup: setup, inbound: queue, systemLog: log } = at.desk.node.services;
  const { admin } = at.desk.node.users;
  const poller = new TelegramPoller({ setup, queue, log, holdSeconds: 1 });
  await poller.run();
  const settings = { token: testTelegramToken, api_url: 'http://127.0.0.1:1', updates: 'polling' };
  expect(await setup.save(admin, 'telegram', settings)).toMatchObject({ state: { receives: true } });
  const running = poller.run();
  const logged = async () => {
    await log.flush();
    return JSON.stringify(await log.list({ limit: 10 }));
  };
  await expect.poll(logged, forPoll).toContain('Telegram did not answer');
  expect(await logged()).not.toContain('telegram-token');
  await setup.forget(admin, 'telegram');
  await running;
});
