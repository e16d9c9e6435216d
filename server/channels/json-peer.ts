import { sendTimeoutMs } from './channel.ts';

/** What an HTTP API answered; `body` is null when it was no JSON. */
export interface PeerAnswer {
  status: number;
  statusText: string;
  retryAfterSeconds: number | null;
  body: unknown;
}

export interface PeerCall {
  url: string;
  headers?: Record<string, string>;
  body: object;
  /** Ends the call when the node stops. */
  signal: AbortSignal;
  /** @default sendTimeoutMs */
  timeoutMs?: number;
}

/** Larger answers are of nobody we want to talk to. */
const maxAnswerLength = 1_000_000;

/** Posts JSON to an API and reads what it answers, whatever its status. @throws when there was no answer */
export async function askPeer({
  url,
  headers = {},
  body,
  signal,
  timeoutMs = sendTimeoutMs,
}: PeerCall): Promise<PeerAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  const text = await answer.text();
  const retryAfter = answer.headers.get('retry-after') ?? '';
  return {
    status: answer.status,
    statusText: answer.statusText,
    retryAfterSeconds: /^\d{1,7}$/.test(retryAfter) ? Number(retryAfter) : null,
    body: text.length > maxAnswerLength ? null : parseOrNull(text),
  };
}

/** Why there was no answer; never the address, which may hold a secret. */
export function describeSilence(error: unknown): string {
  if (!(error instanceof Error)) return 'No answer';
  const { cause } = error;
  if (error.name === 'TimeoutError') return 'No answer in time';
  return cause instanceof Error ? cause.message : error.message;
}

/** What a peer said without the secret that it may have said after us. */
export function hideSecret(text: string, secret: string | null): string {
  return secret === null || secret === '' ? text : text.replaceAll(secret, '********');
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
