import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing/test-folder.ts';
import { decodeBase64 } from './base64.ts';
import { contentDisposition, safeFileName } from './file-name.ts';
import { FileStore } from './file-store.ts';
import { detectFileType } from './file-type.ts';

test('the same bytes are one file, named by their hash, and are read back', async () => {
  using folder = createTestFolder();
  const store = new FileStore(join(folder.path, 'files'));
  const bytes = Buffer.from('hello');
  const hash = await store.put(bytes);
  expect(hash).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
  expect(await store.put(bytes)).toBe(hash);
  expect(readdirSync(join(folder.path, 'files', '2c'))).toEqual([hash]);
  expect((await store.read(hash))?.toString()).toBe('hello');
});

test('many at once end as whole files', async () => {
  using folder = createTestFolder();
  const store = new FileStore(folder.path);
  const all = Array.from({ length: 20 }, (_, index) => Buffer.from(`file ${index % 5}`));
  const hashes = await Promise.all(all.map((bytes) => store.put(bytes)));
  expect(new Set(hashes).size).toBe(5);
  for (const [index, hash] of hashes.entries()) {
    expect((await store.read(hash))?.toString()).toBe(`file ${index % 5}`);
  }
});

test('what no row names is removed, half-written files too', async () => {
  using folder = createTestFolder();
  const store = new FileStore(folder.path);
  const kept = await store.put(Buffer.from('kept'));
  const orphan = await store.put(Buffer.from('orphan'));
  writeFileSync(join(folder.path, orphan.slice(0, 2), 'half.tmp'), 'half');
  expect(await store.removeAllBut(async (hash) => hash === kept)).toBe(2);
  expect((await store.read(kept))?.toString()).toBe('kept');
  expect(await store.read(orphan)).toBeNull();
  expect(await new FileStore(join(folder.path, 'absent')).removeAllBut(async () => false)).toBe(0);
});

test.each([
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ffe0', 'image/jpeg'],
  ['255044462d312e37', 'application/pdf'],
  ['504b030414', 'application/zip'],
  ['52494646aaaaaaaa57454250', 'image/webp'],
  ['52494646aaaaaaaa57415645', 'application/octet-stream'],
  ['0001', 'application/octet-stream'],
])('the bytes %s are %s', (hex, contentType) => {
  expect(detectFileType(Buffer.from(hex, 'hex')).contentType).toBe(contentType);
});

test('text is text in any script, and markup is no more than text', () => {
  expect(detectFileType(Buffer.from('Привет\n\tмир')).contentType).toBe('text/plain');
  expect(detectFileType(Buffer.from('<html><script>')).contentType).toBe('text/plain');
});

test('base64 is read in both alphabets and refused where it is none', () => {
  expect(decodeBase64('aGVsbG8=')?.toString()).toBe('hello');
  expect(decodeBase64('aGVsbG8')?.toString()).toBe('hello');
  expect(decodeBase64('aGVs\r\nbG8=')?.toString()).toBe('hello');
  expect(decodeBase64('data:text/plain;base64,aGVsbG8=')?.toString()).toBe('hello');
  expect(decodeBase64('-_8')?.toString('hex')).toBe('fbff');
  for (const wrong of ['', '=', 'a', 'aGVsbG8==', 'aGVs!', 'data:text/plain,hi', '<x>']) {
    expect(decodeBase64(wrong)).toBeNull();
  }
});

test('names of files leave their folders and controls behind', () => {
  expect(safeFileName('..\\..\\boot.ini', 'txt')).toBe('boot.ini');
  expect(safeFileName('/etc/passwd', 'txt')).toBe('passwd');
  expect(safeFileName('.htaccess', 'txt')).toBe('htaccess');
  expect(safeFileName('a\r\nb".txt', 'txt')).toBe('ab.txt');
  expect(safeFileName('..', 'png')).toBe('attachment.png');
  expect(safeFileName(null, 'png')).toBe('attachment.png');
  expect(contentDisposition(`${'\u{1f4a5}'.repeat(80)}.txt`)).toMatch(
    /^attachment; filename="[\w.]+"; filename\*=/,
  );
});
