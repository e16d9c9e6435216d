import { setTimeout as wait } from 'node:timers/promises';
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

/** "getUpdates". */
const updatesCall = z.strictObject({
  offset: z.int().optional(),
  timeout: z.int().min(0).optional(),
  allowed_updates: z.array(z.string()).optional(),
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
  /** What customers said, until it is confirmed by a call with an offset behind it. */
  updates: { update_id: number }[];
  /** Whether a webhook is set, which stands in the way of fetching. */
  hasWebhook: boolean;
  /** Files by their ids, for getFile. */
  files: Map<string, Buffer>;
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

type TelegramState = Pick<TestTelegram, 'updates' | 'hasWebhook' | 'files'>;

/** getFile: where its bytes can be had. */
function findFile({ files }: TelegramState, fileId: string): PeerReply {
  const bytes = files.get(fileId);
  if (bytes === undefined)
    return telegramError(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
  const result = { file_id: fileId, file_size: bytes.length, file_path: `files/${fileId}` };
  return { status: 200, body: { ok: true, result } };
}

/** Holds a call in which nothing comes for as long as it asks. */
async function giveUpdates(state: TelegramState, body: unknown): Promise<PeerReply> {
  const parsed = updatesCall.safeParse(body);
  if (!parsed.success) return telegramError(400, `Bad Request: ${parsed.error.message}`);
  if (state.hasWebhook) {
    const text = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete";
    return telegramError(409, text);
  }
  const { offset = 0, timeout = 0 } = parsed.data;
  state.updates.splice(0, state.updates.findIndex(({ update_id }) => update_id >= offset) >>> 0);
  const endAt = Date.now() + timeout * 1000;
  while (state.updates.length === 0 && Date.now() < endAt) await wait(5);
  return { status: 200, body: { ok: true, result: [...state.updates] } };
}

export async function createTestTelegram(): Promise<TestTelegram> {
  const sent: SentTelegram[] = [];
  let forced: PeerReply | null = null;
  let isHanging = false;
  const state: TelegramState = { updates: [], hasWebhook: false, files: new Map() };

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
    const [, fileToken, place = ''] = /^\/file\/bot([^/]+)\/files\/(.+)$/.exec(path) ?? [];
    if (fileToken === testTelegramToken && method === 'GET') {
      const bytes = state.files.get(place);
      return bytes === undefined ? telegramError(404, 'Not Found') : { status: 200, body: null, bytes };
    }
    const [, token, name] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token === undefined || method !== 'POST') return telegramError(404, 'Not Found');
    if (token !== testTelegramToken) return telegramError(401, 'Unauthorized');
    if (headers['content-type'] !== 'application/json') return telegramError(400, 'Bad Request: no JSON');
    if (name === 'sendMessage') {
      const reply = send(body);
      return isHanging ? new Promise(() => {}) : reply;
    }
    if (name === 'getFile') return findFile(state, (body as { file_id: string }).file_id);
    if (name === 'getUpdates') return giveUpdates(state, body);
    if (name === 'deleteWebhook') {
      state.hasWebhook = false;
      return { status: 200, body: { ok: true, result: true } };
    }
    if (name === 'answerCallbackQuery' && callbackAnswer.safeParse(body).success) {
      return { status: 200, body: { ok: true, result: true } };
    }
    return telegramError(404, 'Not Found: method not found');
  }

  const peer = await createTestPeer(answer);
  return Object.assign(state, {
    ...peer,
    sent,
    answerWith: (reply: PeerReply | null) => {
      forced = reply;
    },
    hangAfterSending: (next: boolean) => {
      isHanging = next;
    },
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  });
}
