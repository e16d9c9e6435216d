/** Values under such names are secrets or what people wrote: they are withheld whatever they are. */
const secretName =
  /token|password|cookie|secret|authorization|credential|^(?:text|body|subject|excerpt|draft|args)$/i;

const longestText = 4_000;

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}(?:\.[\w-]+){1,4}/g, '[token]'],
  [/\bwpt_[\w-]{8,}/g, '[token]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [/\b(waypost_session|admin_session)=[^;\s"']+/gi, '$1=[token]'],
  // User name and password of an address, and all that follows its path.
  [/(\b[a-z][\w+.-]{1,20}:\/\/)[^\s/@"']+@/gi, '$1'],
  [/(\b(?:https?|wss?):\/\/[^\s?#"']+)[?#][^\s"']*/gi, '$1?…'],
  [/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[address]'],
  [/\+\d[\d ()-]{6,}\d/g, '[number]'],
];

/** Takes out of a line what must not leave this computer: tokens, credentials, and people's addresses and numbers. */
export function redactText(text: string): string {
  const shown = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return patterns.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), shown);
}

/** For `JSON.stringify`: withholds by name, and goes through every text. */
export function redactValue(name: string, value: unknown): unknown {
  if (secretName.test(name)) return '[withheld]';
  return typeof value === 'string' ? redactText(value) : value;
}
