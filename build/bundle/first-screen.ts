import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a console loads before anything is on its screen, packed. */
export const firstScreenLimitBytes = 350_000;

/** The page's own script, the chunks that it imports, and its styles: what the page names, and nothing that comes later. */
const namedFile = /<(?:script|link)\b[^>]*\b(?:src|href)="\/([^"]+\.(?:js|css))"/g;

/** The packed bytes of a built console's page and of every file that it loads at once. */
export function weighFirstScreen(dir: string): number {
  const html = readFileSync(join(dir, 'index.html'), 'utf8');
  const named = new Set([...html.matchAll(namedFile)].map(([, name = '']) => name));
  if (named.size === 0) throw new Error('The built page names no files');
  const files = ['index.html', ...named].map((name) => readFileSync(join(dir, name)));
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0);
}

/**
 * How heavy the first screen is, in words.
 * @throws when it is too heavy: what it can do without has to become a chunk of its own.
 */
export function checkFirstScreen(dir: string): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);
  const bytes = weighFirstScreen(dir);
  const text = `The first screen loads ${kilobytes(bytes)} KB, packed; ${kilobytes(firstScreenLimitBytes)} KB are allowed`;
  if (bytes > firstScreenLimitBytes) throw new Error(text);
  return text;
}
