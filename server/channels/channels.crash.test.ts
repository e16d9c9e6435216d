import { expect, test } from 'vitest';
import { startNodeProcess, type NodeProcess } from '../testing/node-process.ts';
import { createTestFolder } from '../testing/test-folder.ts';
import { createTestPeer, type PeerReply } from '../testing/test-peer.ts';
import { createTestTelegram, testTelegramToken } from '../testing/test-telegram.ts';

const password = 'Chosen-By-Me-1';
const secret = 'hook-secret';
const chat = 456_789;
const forPoll = { timeout: 30_000, interval: 50 };

async function post<Answer>(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

function update(update_id: number, text: string): object {
  const from = { id: chat, is_bot: false, first_name: 'John', language_code: 'en' };
  const message = { message_id: update_id, date: 1, from, chat: { id: chat, type: 'private' }, text };
  return { update_id, message };
}

async function kill(node: NodeProcess): Promise<void> {
  node.child.kill('SIGKILL');
  expect(await node.ended).toBe('SIGKILL');
}

test('killed while it thinks and while it sends, the node says everything, and only what was under way twice', async () => {
  using folder = createTestFolder();
  await using telegram = await createTestTelegram();
  let isAssistantThere = false;
  const thinking: PeerReply = {
    status: 200,
    body: { choices: [{ message: { content: '[RAISE_TICKET]' } }] },
  };
  const never = new Promise<PeerReply>(() => {});
  await using assistant = await createTestPeer(() => (isAssistantThere ? thinking : never));
  const env = {
    WAYPOST_ADMIN_PASSWORD: password,
    WAYPOST_TELEGRAM_TOKEN: testTelegramToken,
    WAYPOST_TELEGRAM_API: telegram.url,
    WAYPOST_TELEGRAM_WEBHOOK_SECRET: secret,
    WAYPOST_AI_URL: `${assistant.url}/v1`,
    WAYPOST_AI_MODEL: 'small',
  };
  const start = () => startNodeProcess({ dataDir: folder.path, env });
  const bring = (url: string, body: object) =>
    post(`${url}/api/inbound/telegram`, body, { 'x-telegram-bot-api-secret-token': secret });
  const texts = (): string[] => telegram.sent.map(({ text }) => text);

  // Acknowledged, and gone while the assistant thinks.
  await using first = start();
  await bring(await first.ready, update(1, 'My zither is out of tune'));
  await expect.poll(() => assistant.received.length, forPoll).toBe(1);
  await kill(first);
  expect(texts()).toEqual([]);

  isAssistantThere = true;
  await using second = start();
  const url = await second.ready;
  await expect.poll(() => texts().length, forPoll).toBe(1);
  await bring(url, update(1, 'My zither is out of tune'));
  await bring(url, update(2, 'yes'));
  await expect.poll(() => texts().length, forPoll).toBe(2);

  // Taken by Telegram, and gone before that could be written down.
  const login = { username: 'superadmin', password };
  const { data } = await post<{ data: { access_token: string } }>(`${url}/api/v1/auth/login`, login);
  const headers = { authorization: `Bearer ${data.access_token}` };
  telegram.hangAfterSending(true);
  await post(`${url}/api/v1/tickets/1/messages`, { text: 'I can tune it' }, headers);
  await expect.poll(() => texts().length, forPoll).toBe(3);
  await kill(second);

  telegram.hangAfterSending(false);
  await using third = start();
  const again = await third.ready;
  await expect.poll(() => texts().length, forPoll).toBe(4);
  const state = async (): Promise<unknown> => {
    const response = await fetch(`${again}/api/v1/tickets/1/messages`, { headers });
    const body = (await response.json()) as { data: { messages: { text: string; delivery: object }[] } };
    return body.data.messages.at(-1);
  };
  const delivered = { text: 'I can tune it', delivery: { channel: 'telegram', state: 'sent' } };
  await expect.poll(state, forPoll).toMatchObject(delivered);
  const [offer, escalated, answer, repeated] = texts();
  expect(offer).toContain('Shall I pass our conversation on');
  expect(escalated).toMatch(/it is ticket TKT-\d{4}-001/);
  expect(answer).toContain('I can tune it');
  expect(repeated).toBe(answer);
}, 120_000);
