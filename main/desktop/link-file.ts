import { closeSync, openSync, readSync } from 'node:fs';
import { findDeepLink, parseDeepLink, type DeepLink } from './deep-link.ts';

/** As long as a link may be, and the end of its line. */
const maxBytes = 256;

/** Reads a `.waypost` file, which holds one link and nothing else; null for any other file, whatever is in it. */
export function readLinkFile(path: string): DeepLink | null {
  if (!path.toLowerCase().endsWith('.waypost')) return null;
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(maxBytes);
      return parseDeepLink(bytes.toString('utf8', 0, readSync(file, bytes)).trim());
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** What a command line asks to show: a link, or a file with one in it. */
export function findLink(argv: readonly string[]): DeepLink | null {
  const path = argv.slice(1).findLast((argument) => argument.toLowerCase().endsWith('.waypost'));
  return findDeepLink(argv) ?? (path === undefined ? null : readLinkFile(path));
}
