/** The bytes of base64 text, in either alphabet, with or without padding and line breaks; null when it is none. */
export function decodeBase64(text: string): Buffer | null {
  const [, body = text] = /^data:[^,]{0,200};base64,(.*)$/s.exec(text) ?? [];
  const compact = body.replaceAll(/\s+/g, '');
  const unpadded = compact.replace(/={1,2}$/, '');
  const isPaddedRight = compact === unpadded || compact.length % 4 === 0;
  if (!isPaddedRight || unpadded.length % 4 === 1 || !/^[A-Za-z0-9+/_-]+$/.test(unpadded)) return null;
  return Buffer.from(unpadded, 'base64');
}
