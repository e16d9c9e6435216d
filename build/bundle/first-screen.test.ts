import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFirstScreen, firstScreenLimitBytes, weighFirstScreen } from './first-screen.ts';

const page = `<script type="module" crossorigin src="/assets/index.js"></script>
  <link rel="modulepreload" crossorigin href="/assets/react.js">
  <link rel="stylesheet" crossorigin href="/assets/index.css">
  <link rel="icon" href="/assets/icon.svg">`;
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'waypost-first-screen-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), page);
  for (const name of ['react.js', 'index.css', 'lazy.js']) writeFileSync(join(dir, 'assets', name), name);
});

afterEach(() => rmSync(dir, { recursive: true }));

it('counts the page, its scripts and its styles, and nothing that comes later', () => {
  writeFileSync(join(dir, 'assets/index.js'), 'import("./lazy.js")');
  const texts = [page, 'import("./lazy.js")', 'react.js', 'index.css'];
  expect(weighFirstScreen(dir)).toBe(texts.reduce((sum, text) => sum + gzipSync(text).length, 0));
  expect(checkFirstScreen(dir)).toMatch(/^The first screen loads 0 KB, packed; 350 KB/);
});

it('refuses what is too heavy', () => {
  writeFileSync(join(dir, 'assets/index.js'), randomBytes(firstScreenLimitBytes));
  expect(() => checkFirstScreen(dir)).toThrow('The first screen loads 350 KB');
});

it('refuses a page that names nothing: then nothing would be counted', () => {
  writeFileSync(join(dir, 'index.html'), '<body>');
  expect(() => weighFirstScreen(dir)).toThrow('names no files');
});
