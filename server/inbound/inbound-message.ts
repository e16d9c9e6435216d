import { z } from 'zod';

/** The messengers that bring messages in, as sessions and tickets name them. */
export const messengers = ['telegram', 'whatsapp'] as const;

export type Messenger = (typeof messengers)[number];

/** A file that came along, by what the messenger calls it. */
const inboundMedia = z.strictObject({ fileId: z.string().max(500), name: z.string().nullable() });

export type InboundMedia = z.infer<typeof inboundMedia>;

/** What somebody said by a messenger, as it is kept until it is worked off. */
export const inboundContent = z.strictObject({
  senderName: z.string(),
  /** Telegram's @name. */
  username: z.string().nullable(),
  /** As the messenger names it: "ru", "en-GB". */
  language: z.string().nullable(),
  /** Media without words are named in brackets. */
  text: z.string(),
  /** The value of the button that was pressed. */
  button: z.string().nullable(),
  /** What the messenger calls the message that this one answers. */
  quotedId: z.string().nullable(),
  /** What Telegram calls this message. */
  telegramMessageId: z.int().nullable(),
  media: inboundMedia.nullable(),
});

export type InboundContent = z.infer<typeof inboundContent>;

export interface InboundMessage {
  /** What the messenger calls it: the same again is the same message. */
  peerId: string;
  /** Where the sender is reached: a chat, or a number in digits. */
  address: string;
  content: InboundContent;
}

const maxTextLength = 10_000;
const maxNameLength = 200;

/** Text as it may be stored: no NUL, which a database may refuse, and no half characters. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim().slice(0, maxTextLength);
}

export function cleanName(name: string): string {
  return cleanText(name).replaceAll(/\s+/g, ' ').slice(0, maxNameLength);
}
