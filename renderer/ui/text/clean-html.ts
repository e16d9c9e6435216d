import createPurifier from 'dompurify';
import { isMisleading, safeHref } from './link-parts.ts';

/** Layout and scripts stay outside; what is left is what a letter needs. */
const tags = `p br div span hr b strong i em u s sub sup a img ul ol li blockquote pre code h1 h2 h3 h4 h5 h6
  table thead tbody tr td th`.split(/\s+/);
const attributes = ['href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'dir', 'lang'];

export interface CleanHtml {
  fragment: DocumentFragment;
  /** Where images would come from, were they loaded; empty when there are none, or they are wanted. */
  remoteHosts: readonly string[];
}

const inlineImage = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;

function cleanLink(link: HTMLAnchorElement): void {
  const href = safeHref(link.getAttribute('href') ?? '');
  if (href === null) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('href', href);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer nofollow');
  link.title = href;
  // Who reads should see where it really goes.
  if (isMisleading(link.textContent ?? '', href)) link.append(` [${new URL(href).hostname}]`);
}

/** @returns the host of an image that is not shown. */
function cleanImage(image: HTMLImageElement, isRemoteWanted: boolean): string | null {
  const source = image.getAttribute('src') ?? '';
  if (inlineImage.test(source)) return null;
  const href = safeHref(source);
  const url = href === null ? null : new URL(href);
  if (url?.protocol === 'https:' && isRemoteWanted) {
    image.referrerPolicy = 'no-referrer';
    image.loading = 'lazy';
    return null;
  }
  const stand = image.ownerDocument.createElement('span');
  stand.textContent = image.alt === '' ? '▢' : `▢ ${image.alt}`;
  image.replaceWith(stand);
  return url?.protocol === 'https:' ? url.hostname : null;
}

/**
 * Makes HTML from outside harmless: known tags alone, no styles, no scripts, links that leave the app. Images from
 * elsewhere tell their sender that and when they were looked at, so that they are left out unless `isRemoteWanted`.
 */
export function cleanHtml(html: string, isRemoteWanted: boolean): CleanHtml {
  const purifier = createPurifier(window);
  const fragment = purifier.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  fragment.querySelectorAll('a').forEach(cleanLink);
  const hosts = [...fragment.querySelectorAll('img')].map((image) => cleanImage(image, isRemoteWanted));
  return { fragment, remoteHosts: [...new Set(hosts.filter((host) => host !== null))] };
}
