/**
 * A text in parts of at most so many UTF-16 units, broken between paragraphs, lines or words where there are any, and
 * never inside a character.
 */
export function splitText(text: string, maxLength: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const end = breakBefore(rest, maxLength);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

function breakBefore(text: string, maxLength: number): number {
  const head = text.slice(0, maxLength + 1);
  for (const gap of ['\n\n', '\n', ' ']) {
    const at = head.lastIndexOf(gap);
    // A break near the beginning would make parts of a few words.
    if (at > maxLength / 2) return at;
  }
  const isInsideCharacter = /[\uD800-\uDBFF]/.test(text.charAt(maxLength - 1));
  return isInsideCharacter ? maxLength - 1 : maxLength;
}
