import { describe, expect, it } from 'vitest';
import { resolveAppPath } from './resolve-app-path.ts';

const dir = '/app/build/out/renderer';

describe('resolveAppPath', () => {
  it('finds the page and its files', () => {
    expect(resolveAppPath(dir, '/')).toBe(`${dir}/index.html`);
    expect(resolveAppPath(dir, '/assets/index-abc.js')).toBe(`${dir}/assets/index-abc.js`);
    expect(resolveAppPath(dir, '/assets/a%20b.svg')).toBe(`${dir}/assets/a b.svg`);
    expect(resolveAppPath(dir, '/..dots')).toBe(`${dir}/..dots`);
  });

  it.each([
    '/..',
    '/../renderer-2/index.html',
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/assets/..%2f..%2fmain/index.js',
    '/..%5cmain%5cindex.js',
    '/a%00.js',
    '/%E0%A4%A',
    '/assets/..',
  ])('finds nothing for %s', (pathname) => {
    expect(resolveAppPath(dir, pathname)).toBeNull();
  });
});
