const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const packed = /^[\w-]{22}$/;

/** A UUID in 22 letters instead of 36. What is no UUID in its usual spelling stays as it is. */
export function packUid(uid: string): string {
  if (!canonical.test(uid)) return uid;
  // 128 bits and four more, in 22 groups of six.
  let rest = BigInt(`0x${uid.replaceAll('-', '')}`) << 4n;
  let text = '';
  for (let group = 0; group < 22; group += 1) {
    text = (letters[Number(rest & 63n)] ?? '') + text;
    rest >>= 6n;
  }
  return text;
}

export function unpackUid(text: string): string {
  if (!packed.test(text)) return text;
  let value = 0n;
  for (const letter of text) value = (value << 6n) | BigInt(letters.indexOf(letter));
  const hex = (value >> 4n).toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
