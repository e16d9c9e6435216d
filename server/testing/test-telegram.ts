import { z } from 'zod';
import { createTestPeer, type PeerReply, type ReceivedCall, type TestPeer } from './test-peer.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

/** "InlineKeyboardButton": exactly one of the optional fields. */
const key = z.union([
  z.strictObject({
    text: z.string().min(1),
    callback_data: z.string().refine((data) => bytes(data) >= 1 && bytes(data) <= 64),
  }),
  z.strictObject({ text: z.string().min(1), url: z.url() }),
  z.strictObject({
    text: z.string().min(1),
    web_app: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
  }),
]);

/** What the Bot API documents of sendMessage. */
const message = z.strictObject({
  chat_id: z.int(),
  text: z
    .string()
    .min(1)
    .refine((text) => Array.from(text).length <= 4096),
  link_preview_options: z.strictObject({ is_disabled: z.boolean().optional() }).optional(),
  reply_markup: z.strictObject({ inline_keyboard: z.array(z.array(key).min(1)).min(1) }).optional(),
});

/** "answerCallbackQuery". */
const callbackAnswer = z.strictObject({ callback_query_id: z.string().min(1) });

type Key = z.output<typeof key>;

export interface SentTelegram {
  /** What the API calls it. */
  id: number;
  chatId: number;
  text: string;
  keys: Key[];
}

/** Checks and answers as the Telegram Bot API documents it. */
export interface TestTelegram extends TestPeer {
  /** Messages that were accepted, in their order. */
  sent: SentTelegram[];
  /** Answers all calls with this from now on; null for the truth. */
  answerWith: (reply: PeerReply | null) => void;
  /** Takes messages and never says so. */
  hangAfterSending: (isHanging: boolean) => void;
}

export const testTelegramToken = '123456:telegram-token';

export const telegramError = (status: number, description: string, parameters?: object): PeerReply => ({
  status,
  body: {
    ok: false,
    error_code: status,
    description,
    ...(parameters === undefined ? {} : { parameters }),
  },
});

export async function createTestTelegram(): Promise<TestTelegram> {
  const sent: SentTelegram[] = [];
  let forced: PeerReply | null = null;
  let isHanging = false;

  function send(body: unknown): PeerReply {
    const parsed = message.safeParse(body);
    if (!parsed.success) return telegramError(400, `Bad Request: ${parsed.error.message}`);
    const { chat_id: chatId, text, reply_markup: markup } = parsed.data;
    const id = 1000 + sent.length;
    sent.push({ id, chatId, text, keys: markup?.inline_keyboard.flat() ?? [] });
    const result = { message_id: id, date: 1_700_000_000, chat: { id: chatId, type: 'private' }, text };
    return { status: 200, body: { ok: true, result } };
  }

  function answer({ method, path, headers, body }: ReceivedCall): PeerReply | Promise<PeerReply> {
    if (forced !== null) return forced;
    const [, token, name] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token === undefined || method !== 'POST') return telegramError(404, 'Not Found');
    if (token !== testTelegramToken) return telegramError(401, 'Unauthorized');
    if (headers['content-type'] !== 'application/json') return telegramError(400, 'Bad Request: no JSON');
    if (name === 'sendMessage') {
      const reply = send(body);
      return isHanging ? new Promise(() => {}) : reply;
    }
    if (name === 'answerCallbackQuery' && callbackAnswer.safeParse(body).success) {
      return { status: 200, body: { ok: true, result: true } };
    }
    return telegramError(404, 'Not Found: method not found');
  }

  const peer = await createTestPeer(answer);
  return {
    ...peer,
    sent,
    answerWith: (reply) => {
      forced = reply;
    },
    hangAfterSending: (next) => {
      isHanging = next;
    },
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  };
}
