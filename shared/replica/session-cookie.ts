import { sessionCookie } from '../protocol/console-session.ts';
import type { HttpResponse } from './node-http.ts';

/**
 * What an answer does to the session's cookie: a new value, null when it removes it, undefined when it leaves it alone.
 * Only for hosts that keep the cookie themselves; its other attributes protect it in a browser and mean nothing here.
 */
export function readSessionCookie(headers: HttpResponse['headers']): string | null | undefined {
  const lines = headers.getSetCookie?.() ?? [headers.get('set-cookie') ?? ''];
  let change: string | null | undefined;
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';');
    const [name, ...value] = pair.split('=');
    if (name?.trim() !== sessionCookie) continue;
    const isRemoved = attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute));
    const text = value.join('=').trim();
    change = isRemoved || text === '' ? null : text;
  }
  return change;
}
