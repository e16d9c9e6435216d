import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:net';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { findFreePort } from './find-port.ts';
import { NodeHost } from './node-host.ts';

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
    onFirstPassword,
    onMoved,
  });
  return { host, nodes, ports, log, onFirstPassword, onMoved };
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
    expect(await host.start(preferred)).toEqual({ url: `http://127.0.0.1:${preferred}`, port: preferred });
    expect(ports).toEqual([String(preferred)]);
    await host.stop();
    expect(nodes[0]?.isKilled).toBe(true);
    expect(nodes).toHaveLength(1);
  });

  it('hands the first password over and never logs it', async () => {
    const { host, nodes, log, onFirstPassword } = openHost();
    await host.start(null);
    nodes[0]?.stdout.write('First sign-in: admin / s3cret-word\nWaypost is ready at http://127.0.0.1:1\n');
    await vi.waitFor(() => expect(log).toHaveBeenCalled());
    expect(onFirstPassword).toHaveBeenCalledWith({ username: 'admin', password: 's3cret-word' });
    expect(JSON.stringify(log.mock.calls)).not.toContain('s3cret-word');
    await host.stop();
  });

  it('starts a node that died again, elsewhere when its port was taken', async () => {
    const { host, nodes, ports, onMoved } = openHost();
    const { port } = await host.start(null);
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
});
