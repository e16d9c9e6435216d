import { z } from 'zod';
import { createTestPeer, type PeerReply, type ReceivedCall, type TestPeer } from './test-peer.ts';

const button = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});

/** What the Cloud API documents of a message ("Messages"): text, or text with reply buttons. */
const message = z.discriminatedUnion('type', [
  z.strictObject({
    messaging_product: z.literal('whatsapp'),
    recipient_type: z.literal('individual').optional(),
    to: z.string().regex(/^\d{5,15}$/),
    type: z.literal('text'),
    text: z.strictObject({ preview_url: z.boolean().optional(), body: z.string().min(1).max(4096) }),
    biz_opaque_callback_data: z.string().max(512).optional(),
  }),
  z.strictObject({
    messaging_product: z.literal('whatsapp'),
    recipient_type: z.literal('individual').optional(),
    to: z.string().regex(/^\d{5,15}$/),
    type: z.literal('interactive'),
    interactive: z.strictObject({
      type: z.literal('button'),
      body: z.strictObject({ text: z.string().min(1).max(1024) }),
      action: z.strictObject({ buttons: z.array(button).min(1).max(3) }),
    }),
    biz_opaque_callback_data: z.string().max(512).optional(),
  }),
]);

export interface SentWhatsApp {
  /** What the API calls it. */
  id: string;
  to: string;
  text: string;
  buttons: { id: string; title: string }[];
  trace: string;
}

/** Checks and answers as the WhatsApp Cloud API documents it. */
export interface TestWhatsApp extends TestPeer {
  /** Messages that were accepted, in their order. */
  sent: SentWhatsApp[];
  /** Media by their ids. */
  files: Map<string, Buffer>;
  /** What media say of where they lie, in place of the truth. */
  mediaAt: { url: string | null };
  /** Answers all calls with this from now on; null for the truth. */
  answerWith: (reply: PeerReply | null) => void;
}

export const testWhatsApp = { token: 'whatsapp-token', phone_number_id: '555' } as const;

const errorReply = (status: number, text: string, code: number): PeerReply => ({
  status,
  body: { error: { message: text, type: 'OAuthException', code, fbtrace_id: 'A1' } },
});

export const notAllowed = (status: number): PeerReply =>
  errorReply(status, '(#131030) Recipient phone number not in allowed list', 131_030);

export async function createTestWhatsApp(): Promise<TestWhatsApp> {
  const sent: SentWhatsApp[] = [];
  const files = new Map<string, Buffer>();
  const mediaAt: { url: string | null } = { url: null };
  let forced: PeerReply | null = null;
  let origin = '';

  function giveMedia(path: string): PeerReply {
    const bytes = files.get(path.split('/').at(-1) ?? '');
    if (bytes === undefined) return errorReply(404, 'Unsupported get request', 100);
    if (path.startsWith('/media/')) return { status: 200, body: null, bytes };
    const url = mediaAt.url ?? `${origin}/media/${path.split('/').at(-1)}`;
    return { status: 200, body: { url, mime_type: 'image/png', file_size: bytes.length } };
  }

  function answer({ method, path, headers, body }: ReceivedCall): PeerReply {
    if (forced !== null) return forced;
    if (headers['authorization'] !== `Bearer ${testWhatsApp.token}`) {
      return errorReply(401, 'Error validating access token', 190);
    }
    if (method === 'GET') return giveMedia(path);
    if (method !== 'POST' || path !== `/v21.0/${testWhatsApp.phone_number_id}/messages`) {
      return errorReply(404, 'Unknown path components', 2500);
    }
    const parsed = message.safeParse(body);
    if (!parsed.success) return errorReply(400, `(#100) Invalid parameter ${parsed.error.message}`, 100);
    const { to, biz_opaque_callback_data: trace = '' } = parsed.data;
    const id = `wamid.${sent.length + 1}`;
    const content =
      parsed.data.type === 'text'
        ? { text: parsed.data.text.body, buttons: [] }
        : {
            text: parsed.data.interactive.body.text,
            buttons: parsed.data.interactive.action.buttons.map(({ reply }) => reply),
          };
    sent.push({ id, to, trace, ...content });
    return {
      status: 200,
      body: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] },
    };
  }

  const peer = await createTestPeer(answer);
  origin = peer.url;
  return {
    ...peer,
    url: `${peer.url}/v21.0`,
    sent,
    files,
    mediaAt,
    answerWith: (reply) => {
      forced = reply;
    },
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  };
}
