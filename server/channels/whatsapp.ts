import { z } from 'zod';
import { failed, type DeliveryChannel, type Letter, type SendResult } from './channel.ts';
import type { WhatsAppSettings } from './channel-settings.ts';
import { askPeer, describeSilence, hideSecret, type PeerAnswer } from './json-peer.ts';

/** Longest body of one text message. */
export const maxWhatsAppText = 4_096;
/** Longest text above buttons, and how many there may be. */
const maxTextWithButtons = 1_024;
const maxButtons = 3;

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const refused = z.object({ error: z.object({ message: z.string(), code: z.int().optional() }) });

/** Statuses that are not about this message: our token, the rate, the time it took. */
const passingStatuses = [401, 403, 408, 429];
/** The same by the Cloud API's own codes, some of which come with 400: limits of several kinds, faults of theirs. */
const passingCodes = new Set([1, 2, 4, 80_007, 130_429, 131_000, 131_016, 131_048, 131_056, 133_004]);

/**
 * Text messages by the WhatsApp Cloud API. It takes free text only for people who wrote in the last 24 hours and refuses
 * others for good. It knows no key against duplicates, but reports what it has sent together with our trace: when the
 * node dies between sending and writing that down, the report mends it if it comes before the next attempt.
 */
export function createWhatsAppChannel({
  api_url,
  phone_number_id,
  token,
}: WhatsAppSettings): DeliveryChannel {
  return {
    send: async (letter, signal) => {
      const to = letter.recipient.replaceAll(/\D/g, '');
      if (to === '') return failed('The WhatsApp number has no digits', true);
      try {
        const answer = await askPeer({
          url: `${api_url}/${phone_number_id}/messages`,
          headers: { authorization: `Bearer ${token}` },
          body: {
            messaging_product: 'whatsapp',
            recipient_type: 'individual',
            to,
            ...contentOf(letter),
            biz_opaque_callback_data: letter.trace,
          },
          signal,
        });
        return toResult(answer, token);
      } catch (error) {
        return failed(describeSilence(error), false);
      }
    },
  };
}

function contentOf({ text, buttons }: Letter) {
  if (buttons.length === 0 || text.length > maxTextWithButtons) {
    return { type: 'text', text: { preview_url: false, body: text } };
  }
  const replies = buttons.slice(0, maxButtons).map(({ label, value }) => ({
    type: 'reply',
    reply: { id: value, title: label },
  }));
  return {
    type: 'interactive',
    interactive: { type: 'button', body: { text }, action: { buttons: replies } },
  };
}

function toResult(answer: PeerAnswer, token: string): SendResult {
  const { status, statusText, body, retryAfterSeconds } = answer;
  if (status < 300) {
    const [message] = accepted.safeParse(body).data?.messages ?? [];
    const peerId = message?.id ?? null;
    return { kind: 'sent', peerId, answer: `${status} ${peerId ?? 'without an id'}` };
  }
  const error = refused.safeParse(body).data?.error;
  const isPassing =
    status >= 500 || passingStatuses.includes(status) || passingCodes.has(error?.code ?? Number.NaN);
  const retryAfterMs = isPassing && retryAfterSeconds !== null ? retryAfterSeconds * 1000 : null;
  const reason = hideSecret(`${status} ${error?.message ?? statusText}`, token);
  return failed(reason, !isPassing, retryAfterMs);
}
