import { createHmac } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Clock } from '#shared/model/clock.ts';
import { hostOf, isPublicAddress, publicLookup } from '../webhooks/public-address.ts';
import { failed, sendTimeoutMs, type DeliveryChannel, type Letter, type SendResult } from './channel.ts';

/** Where a webhook's calls go, and what signs them. */
export interface WebhookTarget {
  url: string;
  secret: string;
}

export interface WebhookChannelDeps {
  clock: Clock;
  /** The webhook with this number: a reason when it is not to be called. */
  findTarget: (id: string) => Promise<WebhookTarget | { reason: string }>;
  /** Whether computers beside the node may be called. */
  allowsPrivate: boolean;
}

/** Answers are looked at no further. */
const maxAnswerBytes = 1_000;
const shownAnswerLength = 200;

/** "t=SECONDS,v1=HEX": HMAC-SHA256 over the time, a dot and the body, as they are sent. */
export function signCall(secret: string, seconds: number, body: string): string {
  const hex = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hex}`;
}

/**
 * Calls programs back. Redirects are not followed; private addresses are refused unless the node was told otherwise. A
 * call may come twice when the node dies between sending and writing that down: `id` in the body stays the same.
 */
export function createWebhookChannel({
  clock,
  findTarget,
  allowsPrivate,
}: WebhookChannelDeps): DeliveryChannel {
  return {
    send: async (letter, signal) => {
      const target = await findTarget(letter.recipient);
      if ('reason' in target) return failed(target.reason, true);
      const url = new URL(target.url);
      const host = hostOf(url);
      if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host)) {
        return failed('The address is not on the public internet', true);
      }
      try {
        const seconds = Math.floor(clock.now() / 1000);
        const signature = signCall(target.secret, seconds, letter.text);
        return await toResult(await post(url, letter, { signature, signal, allowsPrivate }));
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error), false);
      }
    },
  };
}

interface PostOptions {
  signature: string;
  signal: AbortSignal;
  allowsPrivate: boolean;
}

/** By Node's own client, which takes a lookup: the address that was checked is the one that is connected to. */
function post(
  url: URL,
  { subject, text: body, trace }: Letter,
  { signature, signal, allowsPrivate }: PostOptions,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Waypost-Webhooks',
          'waypost-event': subject,
          'waypost-delivery': trace,
          'waypost-signature': signature,
        },
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(sendTimeoutMs)]),
        ...(allowsPrivate ? {} : { lookup: publicLookup }),
      },
      resolve,
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Nobody's answer is for good, except that the place is gone: what is wrong over there may be mended. */
async function toResult(answer: IncomingMessage): Promise<SendResult> {
  const status = answer.statusCode ?? 0;
  const said = await readShort(answer);
  if (status >= 200 && status < 300) return { kind: 'sent', peerId: null, answer: String(status) };
  return failed(`${status} ${said === '' ? (answer.statusMessage ?? '') : said}`.trim(), status === 410);
}

/** The beginning of what it says; the rest is not waited for. */
async function readShort(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= maxAnswerBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, shownAnswerLength).trim();
}
