/** What a file is, by its first bytes: what its sender called it decides nothing. */
export interface FileType {
  contentType: string;
  extension: string;
}

interface Signature extends FileType {
  /** Bytes in hexadecimal, at `offset`. */
  hex: string;
  offset?: number;
  /** A second mark, for containers. */
  also?: { hex: string; offset: number };
}

/**
 * Our own short table: files are always offered as downloads and never interpreted, so that the type is a label, and a
 * package that knows hundreds of formats would only be more to keep up to date.
 */
const signatures: readonly Signature[] = [
  { hex: '89504e470d0a1a0a', contentType: 'image/png', extension: 'png' },
  { hex: 'ffd8ff', contentType: 'image/jpeg', extension: 'jpg' },
  { hex: '474946383761', contentType: 'image/gif', extension: 'gif' },
  { hex: '474946383961', contentType: 'image/gif', extension: 'gif' },
  { hex: '52494646', also: { hex: '57454250', offset: 8 }, contentType: 'image/webp', extension: 'webp' },
  { hex: '255044462d', contentType: 'application/pdf', extension: 'pdf' },
  { hex: '504b0304', contentType: 'application/zip', extension: 'zip' },
  { hex: '1f8b08', contentType: 'application/gzip', extension: 'gz' },
  { hex: '66747970', offset: 4, contentType: 'video/mp4', extension: 'mp4' },
  { hex: '4f676753', contentType: 'audio/ogg', extension: 'ogg' },
  { hex: '494433', contentType: 'audio/mpeg', extension: 'mp3' },
];

const isAt = (bytes: Buffer, { hex, offset = 0 }: { hex: string; offset?: number }): boolean =>
  bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex;

/** Text holds no control characters but tabs and line ends, and is valid UTF-8. */
function isText(bytes: Buffer): boolean {
  try {
    return !/[^\P{Cc}\t\n\r\f]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

export function detectFileType(bytes: Buffer): FileType {
  const found = signatures.find(
    (signature) => isAt(bytes, signature) && (signature.also === undefined || isAt(bytes, signature.also)),
  );
  if (found !== undefined) return { contentType: found.contentType, extension: found.extension };
  return isText(bytes)
    ? { contentType: 'text/plain', extension: 'txt' }
    : { contentType: 'application/octet-stream', extension: 'bin' };
}
