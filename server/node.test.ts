import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { protocolVersion } from '#shared/protocol/sync.ts';
import { createTestFolder } from './testing/test-folder.ts';
import { createTestNode } from './testing/test-node.ts';

test('says that it is well', async () => {
  await using node = await createTestNode();
  const answer = await node.app.inject('/healthz');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    protocol: protocolVersion,
  });
});

test.each([
  ['/api/v1/nothing', { detail: 'Not found' }],
  ['/api/nothing', { detail: 'Not found' }],
  ['/api/console/nothing', { error: { kind: 'not_found', message: 'Not found' } }],
  ['/healthz/', { detail: 'Not found' }],
  ['//healthz', { detail: 'Not found' }],
  ['/HEALTHZ', { detail: 'Not found' }],
])('answers the unknown path %s in the words of its surface', async (url, body) => {
  await using node = await createTestNode();
  const answer = await node.app.inject(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toEqual(body);
  expect(answer.headers.location).toBeUndefined();
});

test('names the methods of a path that was asked with another', async () => {
  await using node = await createTestNode();
  const answer = await node.app.inject({ method: 'DELETE', url: '/healthz?at=once' });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers.allow).toBe('GET, HEAD');
  expect(answer.json()).toEqual({ detail: 'Method not allowed' });
});

test('says so when the console was not built', async () => {
  await using node = await createTestNode();
  const answer = await node.app.inject('/');
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.body).toContain('npm run build');
});

test('serves the built console with its policy and caching', async () => {
  using folder = createTestFolder();
  mkdirSync(join(folder.path, 'assets'));
  writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>Waypost</title>');
  writeFileSync(join(folder.path, 'service-worker.js'), 'self;');
  writeFileSync(join(folder.path, 'assets/app-1234.js'), 'let a;');
  writeFileSync(join(folder.path, 'assets/app-1234.js.br'), 'compressed');
  await using node = await createTestNode({ consoleDir: folder.path });
  const get = (url: string, headers: Record<string, string> = {}) =>
    node.app.inject({ url, headers: { host: 'desk.example.org:8000', ...headers } });

  const page = await get('/');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<title>Waypost</title>');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  const policy = page.headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("connect-src 'self' ws://desk.example.org:8000 wss://desk.example.org:8000;");

  const asset = await get('/assets/app-1234.js');
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.body).toBe('let a;');
  const compressed = await get('/assets/app-1234.js', { 'accept-encoding': 'br' });
  expect(compressed.headers['content-encoding']).toBe('br');
  expect(compressed.headers['cache-control']).toBe('public, max-age=31536000, immutable');

  const worker = await get('/service-worker.js');
  expect(worker.headers['cache-control']).toBe('no-cache');
  expect(worker.headers['service-worker-allowed']).toBe('/');

  const missing = await get('/assets/gone.js');
  expect(missing.statusCode).toBe(404);
  for (const outside of ['/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd', '/api/v1//tickets', '/assets//']) {
    const answer = await get(outside);
    expect(answer.statusCode, outside).toBe(404);
    expect(answer.json(), outside).toEqual({ detail: 'Not found' });
  }
});

test('lets no host name into the policy that is none', async () => {
  await using node = await createTestNode();
  const answer = await node.app.inject({ url: '/', headers: { host: "x; script-src 'unsafe-inline'" } });
  expect(answer.headers['content-security-policy']).toContain("connect-src 'self';");
});
