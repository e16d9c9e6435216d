import { z } from 'zod';
import type { NodeVerdict } from '#shared/protocol/desktop-state.ts';
import { protocolVersion } from '#shared/protocol/sync.ts';
import { createTunnelAgent } from '../replica/tunnel.ts';
import { createTunnelledFetch } from '../replica/tunnelled-fetch.ts';

export type Probe = (url: string) => Promise<NodeVerdict>;

const waitMs = 6_000;
const longestAnswer = 4_000;

const healthSchema = z.object({
  status: z.enum(['ok', 'closing']),
  version: z.string().max(50),
  /** Nodes from before consoles asked do not say. */
  protocol: z.int().optional(),
});

/** As much of an answer as is looked at. */
interface Answer {
  readonly status: number;
  readonly location: string | null;
  /** Null for what is longer than a node's answer ever is. */
  readonly text: string | null;
}

/** @param findProxy asked for each address, as for the console's own connection */
export function createProbe(findProxy: (url: string) => Promise<string | null>): Probe {
  return async (url) => {
    try {
      const proxyUrl = await findProxy(url);
      return judgeAnswer(url, await (proxyUrl === null ? ask(url) : askThrough(proxyUrl, url)));
    } catch (error) {
      return judgeFailure(url, codeOf(error));
    }
  };
}

/** Asks an address how it is, by the same road as the console's own: Node's `fetch` and its certificates. */
async function ask(url: string): Promise<Answer> {
  const signal = AbortSignal.timeout(waitMs);
  const response = await fetch(`${url}/healthz`, { redirect: 'manual', signal, cache: 'no-store' });
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: await readShort(response),
  };
}

async function askThrough(proxyUrl: string, url: string): Promise<Answer> {
  const fetchThrough = createTunnelledFetch(createTunnelAgent(proxyUrl, url));
  const response = await fetchThrough(`${url}/healthz`, { method: 'GET', headers: {} });
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: text.length > longestAnswer ? null : text,
  };
}

async function readShort(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestAnswer) return null;
  }
  return text;
}

function judgeAnswer(url: string, { location, status, text }: Answer): NodeVerdict {
  const moved = URL.parse(location ?? '', url)?.origin;
  const isMoved = status >= 300 && status < 400;
  if (isMoved && moved === otherProtocol(url)) return { verdict: 'wrong_protocol', url: moved };
  // What servers that speak TLS answer to those who do not.
  if (status === 400 && url.startsWith('http:'))
    return { verdict: 'wrong_protocol', url: otherProtocol(url) };
  const health = healthSchema.safeParse(parseJson(text));
  if (!health.success) return { verdict: 'not_waypost' };
  const { version, protocol = 0 } = health.data;
  if (health.data.status === 'closing') return { verdict: 'unreachable', reason: 'no_answer' };
  if (protocol < protocolVersion) return { verdict: 'node_too_old', version };
  if (protocol > protocolVersion) return { verdict: 'console_too_old', version };
  return { verdict: 'good', url, version, is_private: isPrivate(url) };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** What Node and OpenSSL call the ways in which a connection can fail. */
const reasonByCode: Readonly<Record<string, (url: string) => NodeVerdict>> = {
  ...each(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'], () => ({ verdict: 'unreachable', reason: 'no_such_host' })),
  ...each(['ECONNREFUSED'], () => ({ verdict: 'unreachable', reason: 'refused' })),
  ...each(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'], () => ({
    verdict: 'unreachable',
    reason: 'no_network',
  })),
  ...each(['ERR_TLS_CERT_ALTNAME_INVALID'], () => ({ verdict: 'bad_certificate', reason: 'wrong_name' })),
  ...each(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'], () => ({
    verdict: 'bad_certificate',
    reason: 'expired',
  })),
  ...each(
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    () => ({ verdict: 'bad_certificate', reason: 'untrusted' }),
  ),
  ...each(['EPROTO', 'ECONNRESET', 'UND_ERR_SOCKET', 'ERR_SSL_WRONG_VERSION_NUMBER'], (url) => ({
    verdict: 'wrong_protocol',
    url: otherProtocol(url),
  })),
};

function each(
  codes: readonly string[],
  judge: (url: string) => NodeVerdict,
): Record<string, (url: string) => NodeVerdict> {
  return Object.fromEntries(codes.map((code) => [code, judge]));
}

export function judgeFailure(url: string, code: string): NodeVerdict {
  const judge = reasonByCode[code];
  if (judge !== undefined) return judge(url);
  if (code.startsWith('HPE_') || code.startsWith('ERR_SSL_'))
    return { verdict: 'wrong_protocol', url: otherProtocol(url) };
  if (code.includes('CERT')) return { verdict: 'bad_certificate', reason: 'other' };
  return { verdict: 'unreachable', reason: 'no_answer' };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

function otherProtocol(url: string): string {
  return url.startsWith('https:') ? url.replace(/^https:/, 'http:') : url.replace(/^http:/, 'https:');
}

/** Whether what goes there can be read by nobody on the way. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  );
}
