/** A piece of a text; `href` where it is a link. */
export interface LinkPart {
  text: string;
  href: string | null;
}

/** Addresses with their scheme, bare `www.` ones, and e-mail addresses. */
const linkPattern = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/giu;
/** What ends a sentence around an address does not belong to it. */
const trailing = /[.,:;!?)\]}»”’]+$/u;

/** Signs behind an address that belong to the sentence; a bracket stays when it was opened inside of the address. */
function endOf(match: string): number {
  const tail = trailing.exec(match)?.[0] ?? '';
  const kept = tail.startsWith(')') && match.includes('(') ? 1 : 0;
  return match.length - tail.length + kept;
}

function hrefOf(address: string): string | null {
  const href =
    address.includes('@') && !address.includes('/')
      ? `mailto:${address}`
      : address.toLowerCase().startsWith('www.')
        ? `https://${address}`
        : address;
  return safeHref(href);
}

/** The address if it may be followed from a message: web and e-mail alone, never a script or a file. */
export function safeHref(href: string): string | null {
  try {
    const url = new URL(href);
    return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Cuts a plain text at its links. */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let at = 0;
  for (const match of text.matchAll(linkPattern)) {
    const address = match[0].slice(0, endOf(match[0]));
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), href: null });
    parts.push({ text: address, href });
    at = match.index + address.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

/** Whether a text claims to lead to another place than its link does: `paypal.com` over `evil.example`. */
export function isMisleading(text: string, href: string): boolean {
  const claimed = /(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(text.trim())?.[1];
  if (claimed === undefined || href.startsWith('mailto:')) return false;
  const real = new URL(href).hostname.replace(/^www\./, '').toLowerCase();
  return claimed.toLowerCase() !== real && !real.endsWith(`.${claimed.toLowerCase()}`);
}
