import { z } from 'zod';
import { failed, type DeliveryChannel, type SendResult } from './channel.ts';

export interface WhatsAppSettings {
  /** With its version: https://graph.facebook.com/v21.0 */
  apiUrl: string;
  phoneNumberId: string;
  token: string;
}

const timeoutMs = 15_000;

const errorAnswer = z.object({ error: z.object({ message: z.string() }) });

/** Statuses that are not about this message: our token, the rate, the time it took. */
const passingStatuses = [401, 403, 408, 429];

/**
 * Text messages by the WhatsApp Cloud API. It takes free text only for people who wrote in the last 24 hours and refuses
 * others for good; it knows no key against duplicates, so that a letter may come twice when the node dies between
 * sending and writing that down.
 */
export function createWhatsAppChannel({ apiUrl, phoneNumberId, token }: WhatsAppSettings): DeliveryChannel {
  return {
    send: async ({ recipient, text }, signal) => {
      const to = recipient.replaceAll(/\D/g, '');
      if (to === '') return failed('The WhatsApp number has no digits', true);
      try {
        const answer = await fetch(`${apiUrl}/${phoneNumberId}/messages`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            messaging_product: 'whatsapp',
            recipient_type: 'individual',
            to,
            type: 'text',
            text: { preview_url: false, body: text },
          }),
          redirect: 'error',
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        return answer.ok ? { kind: 'sent' } : await toFailure(answer);
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error), false);
      }
    },
  };
}

async function toFailure(answer: Response): Promise<SendResult> {
  const text = await answer.text();
  const { status } = answer;
  const isFinal = status < 500 && !passingStatuses.includes(status);
  return failed(`${status} ${readMessage(text) ?? answer.statusText}`, isFinal);
}

function readMessage(text: string): string | null {
  try {
    return errorAnswer.safeParse(JSON.parse(text)).data?.error.message ?? null;
  } catch {
    return null;
  }
}
