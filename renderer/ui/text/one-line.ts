import { looksLikeHtml } from './looks-like-html.ts';

/** Far more than a line shows, and little enough to be worked through for every row of a list. */
const maxLength = 2000;

const signByName: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

function withoutTags(html: string): string {
  return html
    .replaceAll(/<(style|script|title)\b.*?(?:<\/\1\s*>|$)/gis, ' ')
    .replaceAll(/<[^>]*(?:>|$)/g, ' ')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (_sign, name: string) => signByName[name] ?? '');
}

/** The beginning of a message in one line, without the marks of HTML; to be shown as text alone. */
export function oneLine(text: string): string {
  const beginning = text.slice(0, maxLength);
  const words = looksLikeHtml(beginning) ? withoutTags(beginning) : beginning;
  return words.replaceAll(/\s+/g, ' ').trim();
}
