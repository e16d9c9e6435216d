import { importPartLength } from '#shared/protocol/admin/imports.ts';

/**
 * The text of a file: UTF-8, and otherwise what the spreadsheets of the reader's language write by habit.
 * @param locale BCP 47
 */
export function decodeFile(bytes: Uint8Array, locale: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(locale.startsWith('ru') ? 'windows-1251' : 'windows-1252').decode(bytes);
  }
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** The text in parts of which no character is cut in two. */
export function splitFile(text: string, length = importPartLength): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const whole = Math.min(text.length, from + length);
    const isCut = whole < text.length && isHighSurrogate(text.charCodeAt(whole - 1));
    const to = isCut ? whole - 1 : whole;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
