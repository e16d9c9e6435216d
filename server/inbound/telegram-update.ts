import { z } from 'zod';
import { cleanName, cleanText, type InboundMedia, type InboundMessage } from './inbound-message.ts';

const sender = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().max(35).optional(),
});

const chat = z.object({ id: z.int(), type: z.string() });

/** Kinds of messages without words, in the order in which they are looked for. */
const media = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'document',
  'sticker',
  'location',
  'contact',
] as const;

const message = z.looseObject({
  message_id: z.int(),
  from: sender,
  chat,
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z.object({ message_id: z.int() }).optional(),
});

const update = z.object({
  update_id: z.int(),
  message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: sender,
      data: z.string().optional(),
      message: z.object({ message_id: z.int(), chat }).optional(),
    })
    .optional(),
});

export interface TelegramUpdate {
  message: InboundMessage;
  /** To be answered, so that the pressed button stops waiting. */
  callbackId: string | null;
}

type Update = z.infer<typeof update>;

/**
 * What an update says (Telegram Bot API, "Update"). Null for what the desk has no use for: groups, other bots, changes of
 * earlier messages, and whatever is added to the API later.
 */
export function readTelegramUpdate(body: unknown): TelegramUpdate | null {
  const parsed = update.safeParse(body);
  if (!parsed.success) return null;
  const { update_id, message: said, callback_query: pressed } = parsed.data;
  if (said !== undefined) return readMessage(update_id, said);
  return pressed === undefined ? null : readPressed(update_id, pressed);
}

const isPerson = (from: z.infer<typeof sender>, where: z.infer<typeof chat>): boolean =>
  where.type === 'private' && from.is_bot !== true;

function readMessage(updateId: number, said: NonNullable<Update['message']>): TelegramUpdate | null {
  if (!isPerson(said.from, said.chat)) return null;
  const kind = media.find((name) => said[name] !== undefined);
  const words = cleanText(said.text ?? said.caption ?? '');
  const text = kind === undefined ? words : `[${kind.replace('_', ' ')}] ${words}`.trim();
  if (text === '') return null;
  const quoted = said.reply_to_message?.message_id;
  return {
    message: {
      peerId: String(updateId),
      address: String(said.chat.id),
      content: {
        ...describeSender(said.from),
        text,
        button: null,
        quotedId: quoted === undefined ? null : String(quoted),
        telegramMessageId: said.message_id,
        media: kind === undefined ? null : readMedia(said[kind]),
      },
    },
    callbackId: null,
  };
}

const file = z.object({ file_id: z.string().min(1).max(500), file_name: z.string().optional() });

/** A photo comes in several sizes, the largest last; places and contacts are no files. */
function readMedia(given: unknown): InboundMedia | null {
  const found = file.safeParse(Array.isArray(given) ? given.at(-1) : given).data;
  if (found === undefined) return null;
  return { fileId: found.file_id, name: found.file_name === undefined ? null : cleanName(found.file_name) };
}

function readPressed(
  updateId: number,
  { id, from, data, message: under }: NonNullable<Update['callback_query']>,
): TelegramUpdate | null {
  if (under === undefined || data === undefined || !isPerson(from, under.chat)) return null;
  return {
    message: {
      peerId: String(updateId),
      address: String(under.chat.id),
      content: {
        ...describeSender(from),
        text: cleanText(data),
        button: cleanText(data),
        quotedId: null,
        telegramMessageId: null,
        media: null,
      },
    },
    callbackId: id,
  };
}

function describeSender({ first_name, last_name = '', username, language_code }: z.infer<typeof sender>) {
  return {
    senderName: cleanName(`${first_name} ${last_name}`),
    username: username ?? null,
    language: language_code ?? null,
  };
}
