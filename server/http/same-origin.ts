import type { FastifyRequest } from 'fastify';

/** Whether a request comes from a page of this node itself; programs send no origin. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether a page of another site sent this. Browsers add cookies to such requests, too, whoever asks them to. */
export function isFromOtherSite({ headers }: FastifyRequest): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  return !isOwn || !isSameOrigin(origin, host);
}
