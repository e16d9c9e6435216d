import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NodePlace } from '#shared/protocol/desktop-state.ts';
import type { ReplicaTarget } from '../replica/replica-client.ts';
import { NodeConnection } from './node-connection.ts';
import { consoleFolder } from './node-places.ts';
import { Settings } from './settings.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'waypost-connection-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const desk: NodePlace = { kind: 'remote', url: 'http://desk:8000' };
const host: NodePlace = { kind: 'host' };

function openConnection(current: NodePlace | null, forcedNodeUrl: string | null = null) {
  const valueByKey = new Map<string, unknown>([['current_node', current]]);
  const settings = new Settings({
    get: (key) => valueByKey.get(key),
    set: (key, value) => void valueByKey.set(key, value),
  });
  const opened: ReplicaTarget[] = [];
  const replica = {
    open: vi.fn(async (target: ReplicaTarget) => void opened.push(target)),
    close: vi.fn(async () => {}),
  };
  const running = {
    start: vi.fn(async () => ({ url: 'http://127.0.0.1:8123', port: 8123 })),
    stop: vi.fn(async () => {}),
    restart: vi.fn(),
  };
  const hooks = { move: (_url: string): void => {}, dataDirs: [] as string[] };
  const secrets = { load: async () => null, keep: vi.fn(async () => {}) };
  const connection = new NodeConnection({
    settings,
    forcedNodeUrl,
    consolesDir: join(dir, 'consoles'),
    defaultDataDir: join(dir, 'node'),
    findProxy: async () => null,
    secrets,
    replica,
    createHost: (dataDir, onMoved) => {
      hooks.dataDirs.push(dataDir);
      hooks.move = onMoved;
      return running;
    },
  });
  return { connection, opened, replica, running, settings, hooks, secrets };
}

describe('NodeConnection', () => {
  it('waits for the first choice, and opens nothing before it', async () => {
    const { connection, opened, running } = openConnection(null);
    await connection.connect();
    expect(connection.state).toMatchObject({ current: null, nodes: [], is_fixed: false });
    expect(opened).toEqual([]);
    await connection.use(host);
    expect(running.start).toHaveBeenCalledWith({ port: null, audience: 'this_computer' });
    expect(connection.state).toMatchObject({ current: host, nodes: [host] });
  });

  it('connects to each node in that node’s own folder', async () => {
    const { connection, opened, replica, running } = openConnection(desk);
    await connection.connect();
    await connection.use({ kind: 'remote', url: 'https://other.example.com/path' });
    expect(opened.map(({ nodeUrl, dataDir }) => [nodeUrl, dataDir])).toEqual(
      ['http://desk:8000', 'https://other.example.com'].map((url) => [
        url,
        join(dir, 'consoles', consoleFolder(url)),
      ]),
    );
    expect(replica.close).toHaveBeenCalled();
    expect(running.start).not.toHaveBeenCalled();
    await connection.use({ kind: 'remote', url: 'https://other.example.com' });
    expect(opened).toHaveLength(2);
    await expect(connection.use({ kind: 'remote', url: 'nonsense' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('runs the node of this computer, remembers its port and follows it', async () => {
    const { connection, opened, settings, hooks, running } = openConnection(host);
    await connection.connect();
    expect(settings.read('host').last_port).toBe(8123);
    hooks.move('http://127.0.0.1:9000');
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    expect(opened.map(({ nodeUrl }) => nodeUrl)).toEqual(['http://127.0.0.1:8123', 'http://127.0.0.1:9000']);
    expect(new Set(opened.map(({ dataDir }) => dataDir)).size).toBe(1);

    await connection.saveHost({ port: 8000, audience: 'network' });
    expect(running.stop).toHaveBeenCalled();
    expect(running.start).toHaveBeenLastCalledWith({ port: 8000, audience: 'network' });
    connection.restartHost();
    expect(running.restart).toHaveBeenCalled();
  });

  it('takes another data folder for another node', async () => {
    const { connection, opened, hooks } = openConnection(host);
    await connection.connect();
    await connection.saveHost({ data_dir: join(dir, 'elsewhere') });
    expect(hooks.dataDirs).toEqual([join(dir, 'node'), join(dir, 'elsewhere')]);
    expect(new Set(opened.map(({ dataDir }) => dataDir)).size).toBe(2);
    expect(connection.state.host.data_dir).toBe(join(dir, 'elsewhere'));
  });

  it('forgets a node with its copy and its sign-in, but not what was never sent', async () => {
    const { connection, secrets } = openConnection(desk);
    await connection.use(host);
    await connection.use(desk);
    await connection.use(host);
    const folder = join(dir, 'consoles', consoleFolder(desk.url));
    mkdirSync(folder, { recursive: true });
    for (const name of ['replica.db', 'replica.db-wal', 'outbox.db']) writeFileSync(join(folder, name), 'x');
    await expect(connection.forget(host)).rejects.toMatchObject({ kind: 'conflict' });
    await connection.forget(desk);
    expect(connection.state.nodes).toEqual([host]);
    expect(secrets.keep).toHaveBeenCalledWith(join(folder, 'session'), null);
    expect(
      ['replica.db', 'replica.db-wal', 'outbox.db'].map((name) => existsSync(join(folder, name))),
    ).toEqual([false, false, true]);
  });

  it('keeps to the node that the environment names', async () => {
    const { connection, opened } = openConnection(host, 'http://forced:1');
    await connection.connect();
    expect(connection.state).toMatchObject({
      current: { kind: 'remote', url: 'http://forced:1' },
      is_fixed: true,
    });
    expect(opened[0]?.nodeUrl).toBe('http://forced:1');
    await expect(connection.use(host)).rejects.toMatchObject({ kind: 'conflict' });
  });
});
