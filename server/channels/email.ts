import { createTransport } from 'nodemailer';
import { failed, sendTimeoutMs, type DeliveryChannel, type SendResult } from './channel.ts';
import type { EmailSettings } from './channel-settings.ts';

/**
 * Email by SMTP. A letter's Message-ID is its own through all attempts: should the node die between sending and writing
 * that down, the second copy carries the same id, which mail systems take for the same message.
 */
export function createEmailChannel({ url, from }: EmailSettings): DeliveryChannel {
  const transport = createTransport({
    url,
    connectionTimeout: sendTimeoutMs,
    greetingTimeout: sendTimeoutMs,
    socketTimeout: sendTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'waypost.invalid';
  return {
    send: async ({ trace, recipient, recipientName, subject, text }) => {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: recipientName, address: recipient },
          subject,
          text,
          messageId: `<${trace}@${domain}>`,
          headers: { 'auto-submitted': 'auto-generated' },
        });
        return { kind: 'sent', peerId: null, answer: response };
      } catch (error) {
        return toFailure(error);
      }
    },
  };
}

/** A server's 5xx is about this letter, unless it is about our own sign-in. */
function toFailure(error: unknown): SendResult {
  if (!(error instanceof Error)) return failed(String(error), false);
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return failed(error.message, code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500);
}
