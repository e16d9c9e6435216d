import { z } from 'zod';
import { cleanName, cleanText, type InboundMedia, type InboundMessage } from './inbound-message.ts';

const number = z.string().regex(/^\d{5,20}$/);

const file = z.object({
  id: z.string().min(1).max(500).optional(),
  caption: z.string().optional(),
  filename: z.string().optional(),
});

const message = z.object({
  from: number,
  id: z.string().min(1).max(300),
  type: z.string(),
  text: z.object({ body: z.string() }).optional(),
  interactive: z
    .object({ button_reply: z.object({ id: z.string(), title: z.string() }).optional() })
    .optional(),
  button: z.object({ payload: z.string().optional(), text: z.string() }).optional(),
  image: file.optional(),
  video: file.optional(),
  audio: file.optional(),
  sticker: file.optional(),
  document: file.optional(),
  context: z.object({ id: z.string().optional() }).optional(),
});

const status = z.object({
  id: z.string().min(1).max(300),
  status: z.string(),
  /** Seconds. */
  timestamp: z.string().regex(/^\d{1,12}$/),
  biz_opaque_callback_data: z.string().max(512).optional(),
  errors: z
    .array(
      z.object({
        code: z.int(),
        title: z.string().optional(),
        message: z.string().optional(),
        error_data: z.object({ details: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

const value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z
    .array(z.object({ wa_id: z.string(), profile: z.object({ name: z.string() }).optional() }))
    .optional(),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
});

const payload = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })) })),
});

/** What became of a message that we sent. */
export interface DeliveryReport {
  peerId: string;
  /** What we gave the letter on its way. */
  trace: string | null;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  /** Ms UTC. */
  at: number;
  reason: string | null;
}

export interface WhatsAppWebhook {
  messages: InboundMessage[];
  reports: DeliveryReport[];
}

type Message = z.infer<typeof message>;

/**
 * What a webhook says (WhatsApp Cloud API, "Webhooks, messages"), as far as it is about our own number. What cannot be
 * read is left out: refused, it would come again for days.
 */
export function readWhatsAppWebhook(body: unknown, phoneNumberId: string): WhatsAppWebhook {
  const changes = payload.safeParse(body).data?.entry.flatMap((entry) => entry.changes) ?? [];
  const values = changes
    .filter(({ field }) => field === 'messages')
    .flatMap((change) => value.safeParse(change.value).data ?? [])
    .filter(({ metadata }) => metadata.phone_number_id === phoneNumberId);
  return {
    messages: values.flatMap(({ messages = [], contacts = [] }) =>
      messages.flatMap((each) => {
        const said = message.safeParse(each).data;
        if (said === undefined) return [];
        const name = contacts.find(({ wa_id }) => wa_id === said.from)?.profile?.name ?? '';
        return toInbound(said, cleanName(name)) ?? [];
      }),
    ),
    reports: values.flatMap(({ statuses = [] }) =>
      statuses.flatMap((each) => {
        const report = status.safeParse(each).data;
        return report === undefined ? [] : (toReport(report) ?? []);
      }),
    ),
  };
}

function toInbound(said: Message, senderName: string): InboundMessage | null {
  const button = said.interactive?.button_reply?.id ?? said.button?.payload ?? null;
  const text = cleanText(textOf(said));
  if (text === '') return null;
  return {
    peerId: said.id,
    address: said.from,
    content: {
      senderName,
      username: null,
      language: null,
      text,
      button: button === null ? null : cleanText(button),
      // A pressed button names the message that it stood under: that is no quotation.
      quotedId: button === null ? (said.context?.id ?? null) : null,
      telegramMessageId: null,
      media: mediaOf(said),
    },
  };
}

function mediaOf({ image, video, audio, sticker, document }: Message): InboundMedia | null {
  const found = image ?? video ?? audio ?? sticker ?? document;
  if (found?.id === undefined) return null;
  return { fileId: found.id, name: found.filename === undefined ? null : cleanName(found.filename) };
}

/** Reactions and what WhatsApp itself has to say are no messages. */
const silentTypes = ['reaction', 'system', 'unsupported', 'request_welcome'];

function textOf({ type, text, interactive, button, image, video, document }: Message): string {
  const words = text?.body ?? interactive?.button_reply?.title ?? button?.text;
  if (words !== undefined) return words;
  if (silentTypes.includes(type)) return '';
  const caption = image?.caption ?? video?.caption ?? document?.caption ?? document?.filename ?? '';
  return `[${type}] ${caption}`;
}

const states = ['sent', 'delivered', 'read', 'failed'] as const;

function toReport(report: z.infer<typeof status>): DeliveryReport | null {
  const state = states.find((each) => each === report.status);
  if (state === undefined) return null;
  const [error] = report.errors ?? [];
  const detail = error?.error_data?.details ?? error?.message ?? error?.title ?? 'Not delivered';
  return {
    peerId: report.id,
    trace: report.biz_opaque_callback_data ?? null,
    state,
    at: Number(report.timestamp) * 1000,
    reason: state === 'failed' ? `${error?.code ?? ''} ${detail}`.trim() : null,
  };
}
