import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { createAppHandler } from './serve-app.ts';

let dir: string;
let handle: (request: Request) => Promise<Response>;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'waypost-serve-'));
  mkdirSync(join(dir, 'renderer/assets'), { recursive: true });
  writeFileSync(join(dir, 'renderer/index.html'), '<!doctype html>');
  writeFileSync(join(dir, 'renderer/assets/a.js'), 'export {};');
  writeFileSync(join(dir, 'renderer/.built-from'), 'stamp');
  writeFileSync(join(dir, 'secret.json'), '{}');
  handle = createAppHandler(join(dir, 'renderer'));
});

afterAll(() => rmSync(dir, { recursive: true }));

const get = (url: string): Promise<Response> => handle(new Request(url));

describe('createAppHandler', () => {
  it('serves the page with its policy', async () => {
    const response = await get('waypost-app://console/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('<!doctype html>');
  });

  it('serves the files beside it', async () => {
    const response = await get('waypost-app://console/assets/a.js');
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    'waypost-app://console/missing.js',
    'waypost-app://console/assets',
    'waypost-app://console/.built-from',
    'waypost-app://console/..%2fsecret.json',
    'waypost-app://elsewhere/',
  ])('answers 404 to %s, with the policy', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  it('only reads', async () => {
    const response = await handle(new Request('waypost-app://console/', { method: 'POST' }));
    expect(response.status).toBe(405);
  });
});
