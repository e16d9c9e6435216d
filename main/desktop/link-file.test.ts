import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findLink, readLinkFile } from './link-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'waypost-links-'));
afterAll(() => rmSync(dir, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

it('shows what a file with a link in it names', () => {
  const path = write('Broken printer.Waypost', 'waypost://ticket/12\r\n');
  expect(readLinkFile(path)).toEqual({ id: 12 });
  expect(findLink(['waypost', path])).toEqual({ id: 12 });
  expect(findLink(['waypost', 'waypost://view/mine', path])).toEqual({ view: 'mine' });
});

it('takes nothing else from files, and none of another kind', () => {
  mkdirSync(join(dir, 'folder.waypost'));
  const others = [
    write('other.txt', 'waypost://ticket/12'),
    write('acts.waypost', 'waypost://ticket/12/close'),
    write('two.waypost', 'waypost://ticket/12\nwaypost://ticket/13'),
    write('empty.waypost', ''),
    write('web.waypost', 'https://example.com/'),
    join(dir, 'folder.waypost'),
    join(dir, 'missing.waypost'),
  ];
  for (const path of others) {
    expect(findLink(['waypost', path]), path).toBeNull();
  }
  expect(findLink(['app.waypost'])).toBeNull();
});
