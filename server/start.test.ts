import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { connect, createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { socketPath } from '#shared/protocol/events.ts';
import { runCommand } from './commands/run-command.ts';
import { createEarlierDatabase } from './testing/earlier-database.ts';
import { createTestCertificate } from './testing/test-certificate.ts';
import { startNodeProcess } from './testing/node-process.ts';
import { createTestFolder } from './testing/test-folder.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

const signInLine = /^First sign-in: superadmin \/ (\S+)$/m;

test('the first run makes what it needs for its owner alone and prints the password once', async () => {
  using folder = createTestFolder();
  const dataDir = join(folder.path, 'made/on the way');
  {
    await using node = startNodeProcess({ dataDir });
    const health = await fetch(`${await node.ready}/healthz`);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    expect(node.output().trimEnd().split('\n')).toEqual([
      expect.stringMatching(signInLine),
      expect.stringMatching(/^Waypost is ready at http:\/\/127\.0\.0\.1:\d+$/),
    ]);
    node.child.kill('SIGTERM');
    expect(await node.ended).toBe(0);
    expect(node.errors()).toBe('');
  }
  expect(modeOf(dataDir)).toBe('700');
  for (const file of ['waypost.sqlite', 'signing-secret', 'node.lock'])
    expect(modeOf(join(dataDir, file))).toBe('600');
  const secret = readFileSync(join(dataDir, 'signing-secret'), 'utf8');

  await using again = startNodeProcess({ dataDir });
  await again.ready;
  expect(again.output()).not.toMatch(signInLine);
  expect(readFileSync(join(dataDir, 'signing-secret'), 'utf8')).toBe(secret);
});

test('a chosen password is not printed', async () => {
  using folder = createTestFolder();
  const env = { WAYPOST_ADMIN_USERNAME: 'root.desk', WAYPOST_ADMIN_PASSWORD: 'Chosen-By-Me-1' };
  await using node = startNodeProcess({ dataDir: folder.path, env });
  await node.ready;
  expect(node.output() + node.errors()).not.toMatch(/Chosen|root\.desk/);
});

test('a taken port is one line, and nothing is written', async () => {
  using folder = createTestFolder();
  const dataDir = join(folder.path, 'data');
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await using node = startNodeProcess({ dataDir, args: ['--port', String(port)] });
  expect(await node.ended).toBe(1);
  expect(node.errors()).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken by another program \(EADDRINUSE\).*\n$/);
  expect(existsSync(dataDir)).toBe(false);
  other.close();
});

test('a folder that cannot be written is one line', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  await using node = startNodeProcess({ dataDir: join(file, 'data') });
  expect(await node.ended).toBe(1);
  expect(node.errors()).toMatch(/^The data folder \S+ cannot be used: part of the path is a file\n$/);
});

test('a folder in use is one line, until the other node is gone, however it went', async () => {
  using folder = createTestFolder();
  await using first = startNodeProcess({ dataDir: folder.path });
  await first.ready;
  await using second = startNodeProcess({ dataDir: folder.path });
  expect(await second.ended).toBe(1);
  expect(second.errors()).toMatch(/^The data folder \S+ is in use by another Waypost node\n$/);

  first.child.kill('SIGKILL');
  await first.ended;
  await using third = startNodeProcess({ dataDir: folder.path });
  expect(await third.ready).toMatch(/^http:/);
});

test('a database of a newer version is one line, and stays as it is', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec(`CREATE TABLE kysely_migration (name TEXT PRIMARY KEY, timestamp TEXT NOT NULL);
    INSERT INTO kysely_migration VALUES ('999-fly-to-the-moon', '2040-01-01')`);
  database.close();
  const before = readFileSync(file);
  await using node = startNodeProcess({ dataDir: folder.path });
  expect(await node.ended).toBe(1);
  expect(node.errors()).toMatch(/^The database was written by a newer Waypost .*999-fly-to-the-moon.*\n$/);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(join(folder.path, 'signing-secret'))).toBe(false);
});

test('a damaged database is one line, and stays as it is', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  writeFileSync(file, 'these are not the pages of a database '.repeat(300));
  const before = readFileSync(file);
  await using node = startNodeProcess({ dataDir: folder.path });
  expect(await node.ended).toBe(1);
  expect(node.errors()).toMatch(/^The database in the data folder is damaged.*\n$/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('wrong settings are one line', async () => {
  using folder = createTestFolder();
  await using node = startNodeProcess({ dataDir: folder.path, args: ['--port', 'eighty'] });
  expect(await node.ended).toBe(1);
  expect(node.errors()).toBe('--port must be a whole number from 0 to 65535; it is "eighty"\n');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it within 5 s, whatever is still connected',
  async (signal) => {
    using folder = createTestFolder();
    await using node = startNodeProcess({ dataDir: folder.path });
    const url = new URL(await node.ready);
    const keptAlive = new Agent({ keepAlive: true });
    const answer = get(`${url.origin}/healthz`, { agent: keptAlive });
    answer.on('response', (response) => response.resume());
    await once(answer, 'close');
    const silent = connect(Number(url.port), url.hostname).on('error', () => undefined);
    const halfAsked = connect(Number(url.port), url.hostname).on('error', () => undefined);
    halfAsked.write('POST /api/v1/auth/login HTTP/1.1\r\nHost: desk\r\nContent-Length: 100\r\n\r\n{"user');
    await Promise.all([once(silent, 'connect'), once(halfAsked, 'connect')]);

    const startedAt = performance.now();
    node.child.kill(signal);
    expect(await node.ended).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    for (const socket of [silent, halfAsked]) socket.destroy();
    keptAlive.destroy();
  },
);

test('it ends with its parent when it is tied to it', async () => {
  using folder = createTestFolder();
  await using node = startNodeProcess({ dataDir: folder.path, env: { WAYPOST_EXIT_WITH_PARENT: '1' } });
  await node.ready;
  node.child.disconnect();
  expect(await node.ended).toBe(0);
});

test('an open console is told that the node stops, and does not hold it up', async () => {
  using folder = createTestFolder();
  const env = { WAYPOST_ADMIN_PASSWORD: 'Chosen-By-Me-1' };
  await using node = startNodeProcess({ dataDir: folder.path, env });
  const url = await node.ready;
  const answer = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'superadmin', password: env.WAYPOST_ADMIN_PASSWORD }),
  });
  const { data } = (await answer.json()) as { data: { access_token: string } };
  const socket = io(url, { path: socketPath, transports: ['websocket'], auth: { token: data.access_token } });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const bye = new Promise<unknown>((resolve) => socket.once('bye', resolve));

  const startedAt = performance.now();
  node.child.kill('SIGTERM');
  expect(await bye).toMatchObject({ reason: 'restarting' });
  expect(await node.ended).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  socket.close();
});

test('a demo desk is filled once, and its sign-ins work', async () => {
  using folder = createTestFolder();
  const args = ['--demo'];
  {
    await using node = startNodeProcess({ dataDir: folder.path, args });
    const url = await node.ready;
    const line = /^Demo sign-ins: (\w+), .*, all with the password (\S+)$/m.exec(node.output());
    const [, username, password] = line ?? [];
    const answer = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    expect(answer.status).toBe(200);
  }
  await using again = startNodeProcess({ dataDir: folder.path, args });
  await again.ready;
  expect(again.output()).toMatch(/^Waypost is ready at \S+\n$/);
});

test('a desk of an earlier version is brought to this one at the start, and says where it lies as it was', async () => {
  using earlier = await createEarlierDatabase('001-create-desk');
  earlier.sqlite.exec(`insert into sync_head (id, seq, min_seq, epoch) values (1, 0, 0, 'epoch')`);
  await using node = startNodeProcess({ dataDir: dirname(earlier.sqlite.name) });
  await node.ready;
  const copy = /^The desk was brought to this version \(.+\); as it was before: (.+)$/m.exec(
    node.output(),
  )?.[1];
  expect(existsSync(copy ?? '')).toBe(true);
});

test('with a certificate the node speaks TLS alone, to consoles too, and tells its health', async () => {
  using folder = createTestFolder();
  const { certificate, key } = createTestCertificate();
  const env = {
    WAYPOST_TLS_CERT: join(folder.path, 'chain.pem'),
    WAYPOST_TLS_KEY: join(folder.path, 'key.pem'),
  };
  writeFileSync(env.WAYPOST_TLS_CERT, certificate);
  writeFileSync(env.WAYPOST_TLS_KEY, key);
  await using node = startNodeProcess({ dataDir: join(folder.path, 'data'), env });
  const url = await node.ready;
  expect(url).toMatch(/^https:/);
  const { port } = new URL(url);

  const asked = httpsGet(`${url}/healthz`, { ca: certificate });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.resume();
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  const socket = io(url, {
    path: socketPath,
    transports: ['websocket'],
    ca: certificate,
    auth: { token: 'x' },
  });
  const [refusal] = (await once(socket as never, 'connect_error')) as [Error];
  expect(refusal.message).toBe('You are signed out');
  socket.close();

  const lines: string[] = [];
  const health = (...args: string[]): Promise<boolean> =>
    runCommand('health', {
      args,
      env,
      print: (line) => lines.push(line),
      complain: (line) => lines.push(line),
    });
  expect(await health('--port', port)).toBe(true);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: 'ok' });
  node.child.kill('SIGTERM');
  await node.ended;
  expect(await health('--port', port)).toBe(false);
  expect(lines[1]).toMatch(/^The node at 127\.0\.0\.1:\d+ does not answer: /);
});
