import { gzipSync } from 'node:zlib';

/** One file of an archive. */
export interface TarEntry {
  /** With slashes, from the archive's top. */
  readonly path: string;
  readonly content: Buffer;
  readonly isExecutable?: boolean;
}

const blockSize = 512;
/** The same sources make the same archive, byte for byte: nothing in it depends on when it was made. */
const madeAtSeconds = 1_767_225_600;

/** Packs files as a gzipped tar archive (POSIX ustar). */
export function packTarball(entries: readonly TarEntry[]): Buffer {
  const blocks = entries
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .flatMap((entry) => [headerOf(entry), entry.content, padding(entry.content.length)]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * blockSize)]), { level: 9 });
}

function padding(length: number): Buffer {
  return Buffer.alloc((blockSize - (length % blockSize)) % blockSize);
}

function headerOf({ path, content, isExecutable = false }: TarEntry): Buffer {
  const header = Buffer.alloc(blockSize);
  const [prefix, name] = splitPath(path);
  header.write(name, 0, 100);
  header.write(octal(isExecutable ? 0o755 : 0o644, 8), 100);
  header.write(octal(0, 8) + octal(0, 8), 108);
  header.write(octal(content.length, 12) + octal(madeAtSeconds, 12), 124);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar', 257);
  header.write('00', 263);
  header.write(prefix, 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A long path is cut at a slash: up to 155 bytes before it, up to 100 after. */
function splitPath(path: string): [prefix: string, name: string] {
  if (path.length <= 100) return ['', path];
  const at = path.indexOf('/', path.length - 101);
  if (at < 1 || at > 155) throw new Error(`The path is too long for an archive: ${path}`);
  return [path.slice(0, at), path.slice(at + 1)];
}

function octal(value: number, size: number): string {
  return `${value.toString(8).padStart(size - 1, '0')}\0`;
}
