import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:net';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { findFreePort } from './find-port.ts';
import { addressesInNetwork } from './network-addresses.ts';
import { NodeHost } from './node-host.ts';
import { NodeLog } from './node-log.ts';

class FakeNode extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  isKilled = false;

  kill(): boolean {
    this.isKilled = true;
    setImmediate(() => this.emit('exit', 0));
    return true;
  }
}

function openHost() {
  const nodes: FakeNode[] = [];
  const ports: string[] = [];
  const log = vi.fn();
  const onFirstPassword = vi.fn();
  const onMoved = vi.fn();
  const onStatus = vi.fn();
  const nodeLog = new NodeLog();
  const host = new NodeHost({
    fork: (args) => {
      ports.push(args.at(-1) ?? '');
      const node = new FakeNode();
      nodes.push(node);
      return node;
    },
    fetch: async () => ({ ok: true }),
    env: {},
    dataDir: '/data',
    log,
    nodeLog,
    findAddresses: (port) => [`http://192.0.2.1:${port}`],
    onStatus,
    onFirstPassword,
    onMoved,
  });
  return { host, nodes, ports, log, nodeLog, onFirstPassword, onMoved };
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('NodeHost', () => {
  it('starts the node on its port and stops it', async () => {
    const { host, nodes, ports } = openHost();
    const preferred = await findFreePort(null);
    expect(await host.start({ port: preferred, audience: 'this_computer' })).toEqual({
      url: `http://127.0.0.1:${preferred}`,
      port: preferred,
    });
    expect(ports).toEqual([String(preferred)]);
    await host.stop();
    expect(nodes[0]?.isKilled).toBe(true);
    expect(nodes).toHaveLength(1);
  });

  it('hands the first password over once the node takes sign-ins, and never logs it', async () => {
    const { host, nodes, log, nodeLog, onFirstPassword } = openHost();
    await host.start({ port: null, audience: 'this_computer' });
    nodes[0]?.stdout.write('First sign-in: admin / s3cret-word\n');
    await new Promise(setImmediate);
    expect(onFirstPassword).not.toHaveBeenCalled();
    nodes[0]?.stdout.write('Waypost is ready at http://127.0.0.1:1\n');
    await vi.waitFor(() => expect(log).toHaveBeenCalled());
    expect(onFirstPassword).toHaveBeenCalledExactlyOnceWith({ username: 'admin', password: 's3cret-word' });
    expect(JSON.stringify([log.mock.calls, nodeLog.lines])).not.toContain('s3cret-word');
    await host.stop();
  });

  it('hands the first password over when the node ends before it takes sign-ins', async () => {
    const { host, nodes, onFirstPassword } = openHost();
    await host.start({ port: null, audience: 'this_computer' });
    nodes[0]?.stdout.write('First sign-in: admin / s3cret-word\n');
    await new Promise(setImmediate);
    await host.stop();
    expect(onFirstPassword).toHaveBeenCalledExactlyOnceWith({ username: 'admin', password: 's3cret-word' });
  });

  it('starts a node that died again, elsewhere when its port was taken', async () => {
    const { host, nodes, ports, onMoved } = openHost();
    const { port } = await host.start({ port: null, audience: 'this_computer' });
    const other = await occupy(port);
    nodes[0]?.stderr.write('listen EADDRINUSE\n');
    await new Promise(setImmediate);
    nodes[0]?.emit('exit', 1);
    await vi.waitFor(() => expect(nodes).toHaveLength(2));
    expect(ports[1]).not.toBe(String(port));
    expect(onMoved).toHaveBeenCalledWith(`http://127.0.0.1:${ports[1]}`);
    await host.stop();
    other.close();
  });

  it('tells how it stands, and what the node said last when it fails', async () => {
    const { host, nodes } = openHost();
    const { url, port } = await host.start({ port: null, audience: 'network' });
    expect(host.status).toEqual({
      state: 'starting',
      url,
      addresses: [`http://192.0.2.1:${port}`],
      failures: 0,
      reason: null,
    });
    nodes[0]?.stdout.write(`Waypost is ready at ${url}\n`);
    await vi.waitFor(() => expect(host.status.state).toBe('running'));
    nodes[0]?.stderr.write('The disk is full\n');
    await new Promise(setImmediate);
    nodes[0]?.emit('exit', 1);
    expect(host.status).toMatchObject({ state: 'failing', failures: 1, reason: 'The disk is full' });
    await host.stop();
    expect(host.status).toMatchObject({ state: 'stopped', url: null, addresses: [] });
  });

  it('starts anew when it is asked to, which is no failure', async () => {
    const { host, nodes, ports } = openHost();
    await host.start({ port: null, audience: 'this_computer' });
    host.restart();
    await vi.waitFor(() => expect(nodes).toHaveLength(2));
    expect(ports[1]).toBe(ports[0]);
    expect(host.status).toMatchObject({ state: 'starting', failures: 0 });
    await host.stop();
  });
});

describe('NodeLog', () => {
  it('keeps the last lines, without secrets', () => {
    const log = new NodeLog();
    for (let line = 0; line < 600; line += 1) log.add(`line ${line}`);
    log.add('');
    log.add('token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.c2lnbmF0dXJl');
    expect(log.lines).toHaveLength(500);
    expect(log.last).toBe('token [token]');
  });
});

describe('addressesInNetwork', () => {
  it('names the addresses that others reach', () => {
    const at = (address: string, family: 'IPv4' | 'IPv6', internal: boolean) =>
      ({ address, family, internal, netmask: '', mac: '', cidr: null }) as never;
    const interfaces = {
      lo: [at('127.0.0.1', 'IPv4', true)],
      eth0: [at('192.168.1.5', 'IPv4', false), at('fe80::1', 'IPv6', false)],
    };
    expect(addressesInNetwork(interfaces, 8000)).toEqual(['http://192.168.1.5:8000']);
  });
});
