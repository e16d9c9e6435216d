import { createHmac, timingSafeEqual } from 'node:crypto';

/** Compares secrets in a time that says nothing about how far they agree. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** X-Hub-Signature-256 of the Graph API: "sha256=" and the HMAC of the body as it came, in hexadecimal. */
export function isSignedBy(appSecret: string, body: Buffer, header: string): boolean {
  const expected = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  return isSameSecret(header.toLowerCase(), expected);
}
