/** Sides of the pictures that systems ask for, in pixels. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;
export type IconSize = (typeof iconSizes)[number];

export type Pictures = Readonly<Record<IconSize, Buffer>>;

/** What a PNG says of its width, which is its height, too. */
export function pngSize(png: Buffer): number {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('Not a PNG');
  return png.readUInt32BE(16);
}

const icoSizes = [16, 24, 32, 48, 64, 256] as const satisfies readonly IconSize[];

/** A Windows icon: a directory, then the pictures as PNG. */
export function composeIco(pictures: Pictures): Buffer {
  const header = Buffer.alloc(6 + 16 * icoSizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(icoSizes.length, 4);
  let offset = header.length;
  for (const [index, size] of icoSizes.entries()) {
    const entry = 6 + 16 * index;
    const { length } = pictures[size];
    // A side of 256 is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([header, ...icoSizes.map((size) => pictures[size])]);
}

/** Kinds of pictures in a macOS icon, and the side of each; one that is for twice as fine screens has its own kind. */
const icnsKinds: readonly (readonly [kind: string, size: IconSize])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** A macOS icon: each picture behind its kind and length. */
export function composeIcns(pictures: Pictures): Buffer {
  const parts = icnsKinds.map(([kind, size]) => chunk(kind, pictures[size]));
  return chunk('icns', Buffer.concat(parts));
}

function chunk(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(kind, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
