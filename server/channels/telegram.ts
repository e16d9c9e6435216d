import { z } from 'zod';
import { appButton, failed, type DeliveryChannel, type Letter, type SendResult } from './channel.ts';
import type { TelegramSettings } from './channel-settings.ts';
import { askPeer, describeSilence, hideSecret, type PeerAnswer } from './json-peer.ts';

/** Longest text of one message, in UTF-16 units: the Bot API counts characters, of which there are never more. */
export const maxTelegramText = 4_096;

const accepted = z.object({ ok: z.literal(true), result: z.object({ message_id: z.int() }) });

const refused = z.object({
  ok: z.literal(false),
  description: z.string(),
  parameters: z.object({ retry_after: z.int().positive().optional() }).optional(),
});

/** Statuses that are about our token or the moment, and not about this message. */
const passingStatuses = [401, 404, 408, 429];

/**
 * Text messages by the Telegram Bot API (sendMessage). It knows no key against duplicates, so that a letter may come
 * twice when the node dies between sending and writing that down. A token is part of the address: no reason says one.
 */
export function createTelegramChannel({ token, api_url, app_url }: TelegramSettings): DeliveryChannel {
  return {
    send: async (letter, signal) => {
      if (!/^-?\d{1,20}$/.test(letter.recipient)) return failed('Not the number of a Telegram chat', true);
      try {
        const url = `${api_url}/bot${token}/sendMessage`;
        const answer = await askPeer({ url, body: messageFor(letter, app_url), signal });
        return toResult(answer, token);
      } catch (error) {
        return failed(describeSilence(error), false);
      }
    },
  };
}

function messageFor({ recipient, text, buttons }: Letter, appUrl: string | null) {
  const keys = buttons.flatMap(({ label, value }) => keyFor(label, value, recipient, appUrl) ?? []);
  return {
    chat_id: Number(recipient),
    text,
    link_preview_options: { is_disabled: true },
    ...(keys.length === 0 ? {} : { reply_markup: { inline_keyboard: [keys] } }),
  };
}

/** Null for a button that opens an application where there is none. Groups open it as a page. */
function keyFor(text: string, value: string, recipient: string, appUrl: string | null) {
  if (value !== appButton) return { text, callback_data: value };
  if (appUrl === null) return null;
  return recipient.startsWith('-') ? { text, url: appUrl } : { text, web_app: { url: appUrl } };
}

function toResult(answer: PeerAnswer, token: string): SendResult {
  const { status, statusText, body, retryAfterSeconds } = answer;
  if (status < 300) {
    const id = accepted.safeParse(body).data?.result.message_id;
    const peerId = id === undefined ? null : String(id);
    return { kind: 'sent', peerId, answer: `${status} message_id ${peerId ?? 'unknown'}` };
  }
  const refusal = refused.safeParse(body).data;
  const reason = hideSecret(`${status} ${refusal?.description ?? statusText}`, token);
  if (status === 429) {
    const seconds = refusal?.parameters?.retry_after ?? retryAfterSeconds;
    return failed(reason, false, seconds === null ? null : seconds * 1000);
  }
  const isFinal = status >= 400 && status < 500 && !passingStatuses.includes(status);
  return failed(reason, isFinal);
}
