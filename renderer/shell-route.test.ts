import { expect, test } from 'vitest';
import { routeOf } from './shell-route.ts';

const origin = 'http://desk.test';
const kept = { '/': '', '/assets/index-a.js': '', '/icon.svg': '' };

function route(path: string, mode: RequestMode = 'cors', method = 'GET') {
  return routeOf({ url: new URL(path, origin).href, mode, method }, origin, kept);
}

test('the page, with whatever it is asked for', () => {
  expect(route('/', 'navigate')).toBe('page');
  expect(route('/?ticket=1#x', 'navigate')).toBe('page');
});

test('its files, and those of the build before', () => {
  expect(route('/assets/index-a.js')).toBe('file');
  expect(route('/assets/index-b.js')).toBe('file');
  expect(route('/icon.svg', 'no-cors')).toBe('file');
});

test.each([
  '/api/v1/tickets',
  '/api/console/session',
  '/socket.io/?EIO=4',
  '/healthz',
  '/docs',
  '/redoc',
  '/ws',
])('%s is the node’s', (path) => {
  expect(route(path)).toBe('network');
  expect(route(path, 'navigate')).toBe('network');
});

test('nothing that changes something, nothing of another origin', () => {
  expect(route('/', 'navigate', 'POST')).toBe('network');
  expect(route('http://elsewhere.test/assets/index-a.js')).toBe('network');
  expect(route('/')).toBe('network');
  expect(route('/constructor')).toBe('network');
});
