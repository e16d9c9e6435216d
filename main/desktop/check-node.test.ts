import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { NodeVerdict } from '#shared/protocol/desktop-state.ts';
import { protocolVersion } from '#shared/protocol/sync.ts';
import { addressesToTry, checkNode as checkWith } from './check-node.ts';
import { createProbe, judgeFailure } from './probe-node.ts';

const checkNode = (typed: string, probe = createProbe(async () => null)): Promise<NodeVerdict> =>
  checkWith(typed, probe);

describe('addressesToTry', () => {
  it.each([
    ['https://desk.example.com/app', ['https://desk.example.com']],
    ['desk.example.com', ['https://desk.example.com', 'http://desk.example.com']],
    ['desk.example.com:8000', ['https://desk.example.com:8000', 'http://desk.example.com:8000']],
    [' 192.168.1.5:8000 ', ['http://192.168.1.5:8000', 'https://192.168.1.5:8000']],
    ['localhost:8000', ['http://localhost:8000', 'https://localhost:8000']],
    ['ftp://desk', []],
    ['me@desk', []],
    ['two words', []],
    ['', []],
    ['desk:99999', []],
  ])('of %j', (typed, addresses) => {
    expect(addressesToTry(typed)).toEqual(addresses);
  });
});

describe('judgeFailure', () => {
  it.each<[string, Partial<NodeVerdict>]>([
    ['ENOTFOUND', { verdict: 'unreachable', reason: 'no_such_host' }],
    ['ENETUNREACH', { verdict: 'unreachable', reason: 'no_network' }],
    ['UND_ERR_CONNECT_TIMEOUT', { verdict: 'unreachable', reason: 'no_answer' }],
    ['', { verdict: 'unreachable', reason: 'no_answer' }],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', { verdict: 'bad_certificate', reason: 'untrusted' }],
    ['ERR_TLS_CERT_ALTNAME_INVALID', { verdict: 'bad_certificate', reason: 'wrong_name' }],
    ['CERT_HAS_EXPIRED', { verdict: 'bad_certificate', reason: 'expired' }],
    ['CERT_REVOKED', { verdict: 'bad_certificate', reason: 'other' }],
    ['ERR_SSL_WRONG_VERSION_NUMBER', { verdict: 'wrong_protocol', url: 'http://desk:1' }],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', { verdict: 'wrong_protocol' }],
  ])('knows %s', (code, verdict) => {
    expect(judgeFailure('https://desk:1', code)).toMatchObject(verdict);
  });
});

describe('checkNode', () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function listen(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const saying =
    (body: unknown, status = 200): RequestListener =>
    (_request, response) =>
      void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  const well = { status: 'ok', version: '1.2.3', protocol: protocolVersion };

  it('finds a node, with and without a protocol', async () => {
    const address = await listen(saying(well));
    const good = { verdict: 'good', url: `http://${address}`, version: '1.2.3', is_private: true };
    expect(await checkNode(address)).toEqual(good);
    expect(await checkNode(`http://${address}/some/page`)).toEqual(good);
  });

  it.each<[string, unknown, number, Partial<NodeVerdict>]>([
    ['an older node', { status: 'ok', version: '0.9.0' }, 200, { verdict: 'node_too_old', version: '0.9.0' }],
    ['a newer node', { ...well, protocol: protocolVersion + 1 }, 200, { verdict: 'console_too_old' }],
    [
      'a node that stops',
      { ...well, status: 'closing' },
      503,
      { verdict: 'unreachable', reason: 'no_answer' },
    ],
    ['another website', '<!doctype html>', 200, { verdict: 'not_waypost' }],
    ['a website without end', 'x'.repeat(1_000_000), 200, { verdict: 'not_waypost' }],
    ['what is not there', 'Not found', 404, { verdict: 'not_waypost' }],
  ])('knows %s', async (_what, body, status, verdict) => {
    expect(await checkNode(`http://${await listen(saying(body, status))}`)).toMatchObject(verdict);
  });

  it('says when nobody listens there', async () => {
    const address = await listen(saying(well));
    servers.splice(0).forEach((server) => server.close());
    expect(await checkNode(address)).toEqual({ verdict: 'unreachable', reason: 'refused' });
  });

  it('says when a node speaks the other protocol, and takes it where none was named', async () => {
    const address = await listen(saying(well));
    expect(await checkNode(`https://${address}`)).toEqual({
      verdict: 'wrong_protocol',
      url: `http://${address}`,
    });
    const moving = await listen(
      (_request, response) => void response.writeHead(308, { location: 'https://elsewhere.example/' }).end(),
    );
    expect(await checkNode(`http://${moving}`)).toEqual({ verdict: 'not_waypost' });
  });

  it('says the most telling of what it found', async () => {
    const verdicts: NodeVerdict[] = [
      { verdict: 'unreachable', reason: 'refused' },
      { verdict: 'bad_certificate', reason: 'expired' },
    ];
    expect(await checkNode('desk.example', async () => verdicts.shift()!)).toMatchObject({
      reason: 'expired',
    });
  });

  it('looks through the proxy that the console would use', async () => {
    const address = await listen(saying(well));
    const asked: string[] = [];
    const probe = createProbe(async (url) => {
      asked.push(url);
      return 'http://127.0.0.1:1';
    });
    expect(await checkNode(`http://${address}`, probe)).toEqual({
      verdict: 'unreachable',
      reason: 'refused',
    });
    expect(asked).toEqual([`http://${address}`]);
  });

  it('says that others could read along', async () => {
    const probe = async (url: string): Promise<NodeVerdict> =>
      url.startsWith('https:')
        ? { verdict: 'unreachable', reason: 'refused' }
        : { verdict: 'good', url, version: '1', is_private: false };
    expect(await checkNode('desk.example', probe)).toMatchObject({
      url: 'http://desk.example',
      is_private: false,
    });
  });
});
