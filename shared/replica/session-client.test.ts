import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionGrant } from '../protocol/console-session.ts';
import type { Timers } from './host.ts';
import { createSessionClient, type CookieStore } from './session-client.ts';
import { readSessionCookie } from './session-cookie.ts';

const grant: SessionGrant = {
  access_token: 'a1',
  expires_in: 900,
  user: {
    id: 1,
    username: 'ada',
    full_name: 'Ada',
    role: 'agent',
    department: null,
    is_active: true,
    is_approved: true,
  },
};
const timers: Timers = {
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs / 100);
    return () => clearTimeout(timer);
  },
};

interface Asked {
  line: string;
  cookie: string | undefined;
  body: string;
}

let server: Server;
let nodeUrl: string;
let asked: Asked[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ line: `${request.method} ${request.url}`, cookie: request.headers.cookie, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  nodeUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function memoryStore(value: string | null = null): CookieStore & { value: string | null } {
  return {
    value,
    load() {
      return Promise.resolve(this.value);
    },
    save(next) {
      this.value = next;
      return Promise.resolve();
    },
  };
}

function grantWith(cookie?: string) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    if (cookie !== undefined) response.setHeader('set-cookie', ['other=1', cookie]);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(grant));
  };
}

describe('the session client', () => {
  test('signs in, renews and signs out with the cookie that the host keeps', async () => {
    const store = memoryStore();
    const cookieStore: CookieStore = { load: () => store.load(), save: (value) => store.save(value) };
    const client = createSessionClient({ nodeUrl, fetch, timers, cookieStore });
    answer = grantWith('waypost_session=r1; Path=/api/console/session; HttpOnly; SameSite=Strict');
    expect(await client.signIn({ username: 'ada', password: 'secret' })).toEqual({ ok: true, value: grant });
    expect(store.value).toBe('r1');
    answer = grantWith('waypost_session=r2=; Path=/; HttpOnly');
    expect(await client.refresh()).toEqual({ ok: true, value: grant });
    expect(store.value).toBe('r2=');
    answer = (_request, response) => response.writeHead(204).end();
    await client.signOut();
    expect(store.value).toBeNull();
    expect(asked).toEqual([
      {
        line: 'POST /api/console/session',
        cookie: undefined,
        body: '{"username":"ada","password":"secret"}',
      },
      { line: 'POST /api/console/session/refresh', cookie: 'waypost_session=r1', body: '' },
      { line: 'DELETE /api/console/session', cookie: 'waypost_session=r2=', body: '' },
    ]);
  });

  test('without a kept cookie nobody is signed in, and nothing is asked', async () => {
    const client = createSessionClient({ nodeUrl, fetch, timers, cookieStore: memoryStore() });
    expect(await client.refresh()).toMatchObject({ ok: false, error: { kind: 'signed_out' } });
    expect(asked).toEqual([]);
  });

  test('a browser is asked to send its own cookie', async () => {
    const credentials: unknown[] = [];
    const client = createSessionClient({
      nodeUrl,
      timers,
      fetch: (url, init) => {
        credentials.push(init.credentials);
        return fetch(url, init);
      },
    });
    answer = grantWith();
    await client.refresh();
    expect(credentials).toEqual(['same-origin']);
  });

  test('two renewals at once are one', async () => {
    const client = createSessionClient({ nodeUrl, fetch, timers });
    answer = grantWith();
    const [first, second] = await Promise.all([client.refresh(), client.refresh()]);
    expect(first).toBe(second);
    await client.refresh();
    expect(asked).toHaveLength(2);
  });

  test.each([
    [
      401,
      { error: { kind: 'signed_out', message: 'Wrong name or password' } },
      { message: 'Wrong name or password' },
    ],
    [403, { error: { kind: 'forbidden', message: 'Wait for approval' } }, { kind: 'forbidden' }],
    [429, { error: { kind: 'rate_limited', message: 'Slow down', retryAfterMs: 5 } }, { retryAfterMs: 5 }],
    [502, 'bad gateway', { kind: 'unavailable' }],
    [200, { access_token: 'a1' }, { kind: 'unavailable' }],
  ])('the node refuses with %i', async (status, body, error) => {
    answer = (_request, response) => response.writeHead(status).end(JSON.stringify(body));
    const client = createSessionClient({ nodeUrl, fetch, timers });
    const result = await client.signIn({ username: 'ada', password: 'x' });
    expect(result).toMatchObject({ ok: false, error });
  });

  test('a refusal that removes the cookie is followed', async () => {
    const store = memoryStore('r1');
    const client = createSessionClient({ nodeUrl, fetch, timers, cookieStore: store });
    answer = (_request, response) => {
      response.setHeader('set-cookie', 'waypost_session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT');
      response.writeHead(401).end('{"error":{"kind":"signed_out","message":"Session ended"}}');
    };
    expect(await client.refresh()).toMatchObject({ ok: false, error: { kind: 'signed_out' } });
    expect(store.value).toBeNull();
  });

  test('out of reach: renewing is unavailable and keeps the cookie, signing out forgets it', async () => {
    const store = memoryStore('r1');
    const client = createSessionClient({ nodeUrl: 'http://127.0.0.1:9', fetch, timers, cookieStore: store });
    expect(await client.refresh()).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(store.value).toBe('r1');
    await client.signOut();
    expect(store.value).toBeNull();
  });

  test('a store that fails does not end the session that is open', async () => {
    const client = createSessionClient({
      nodeUrl,
      fetch,
      timers,
      cookieStore: {
        load: () => Promise.reject(new Error('locked')),
        save: () => Promise.reject(new Error('locked')),
      },
    });
    answer = grantWith('waypost_session=r1');
    expect(await client.signIn({ username: 'ada', password: 'x' })).toMatchObject({ ok: true });
    expect(await client.refresh()).toMatchObject({ ok: true });
    expect(asked.at(-1)?.cookie).toBe('waypost_session=r1');
  });
});

test('reading the cookie', () => {
  const read = (...lines: string[]) => readSessionCookie({ get: () => null, getSetCookie: () => lines });
  expect(read()).toBeUndefined();
  expect(read('other=1')).toBeUndefined();
  expect(read('waypost_session=a; Max-Age=60')).toBe('a');
  expect(read('waypost_session=a; max-age=0')).toBeNull();
  expect(read('waypost_session=a', 'waypost_session=; Path=/')).toBeNull();
});
