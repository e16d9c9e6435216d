const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueByCode = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value += 1) valueByCode[letters.charCodeAt(value)] = value;
const codeByValue = Uint8Array.from({ length: 64 }, (_unused, value) => letters.charCodeAt(value));
const codeOf = (value: number): number => codeByValue[value] ?? 0;

/** Bytes that are turned into letters at once, a multiple of three: as many arguments as a call surely takes. */
const pieceBytes = 6_144;
const paddingCode = '='.charCodeAt(0);

/** Bytes as text, for boundaries that carry nothing else (RFC 4648, with padding). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const codes = new Uint8Array((pieceBytes / 3) * 4);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const end = Math.min(from + pieceBytes, bytes.length);
    let to = 0;
    for (let at = from; at < end; at += 3) {
      const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      codes[to] = codeOf(group >> 18);
      codes[to + 1] = codeOf((group >> 12) & 63);
      codes[to + 2] = at + 1 < end ? codeOf((group >> 6) & 63) : paddingCode;
      codes[to + 3] = at + 2 < end ? codeOf(group & 63) : paddingCode;
      to += 4;
    }
    pieces.push(String.fromCharCode.apply(null, codes.subarray(0, to) as unknown as number[]));
  }
  return pieces.join('');
}

/** The bytes of a text; null when it is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const end = text.length - padding;
  let group = 0;
  let to = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = at < end ? (valueByCode[text.charCodeAt(at)] ?? 255) : 0;
    if (value === 255) return null;
    group = ((group << 6) | value) & 0xff_ff_ff;
    if (at % 4 !== 3) continue;
    bytes[to] = group >> 16;
    if (to + 1 < bytes.length) bytes[to + 1] = (group >> 8) & 255;
    if (to + 2 < bytes.length) bytes[to + 2] = group & 255;
    to += 3;
  }
  return bytes;
}
