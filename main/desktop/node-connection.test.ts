import { describe, expect, it, vi } from 'vitest';
import type { DesktopSettings } from '#shared/protocol/ipc.ts';
import type { ReplicaTarget } from '../replica/replica-client.ts';
import { consoleFolder, NodeConnection } from './node-connection.ts';
import { Settings } from './settings.ts';

const consoleSettings: DesktopSettings = {
  mode: 'console',
  node_url: 'http://desk:8000',
  is_closed_to_tray: true,
};

function openConnection(saved: DesktopSettings, forcedNodeUrl: string | null = null) {
  const valueByKey = new Map<string, unknown>([['desktop', saved]]);
  const settings = new Settings({
    get: (key) => valueByKey.get(key),
    set: (key, value) => void valueByKey.set(key, value),
  });
  const opened: ReplicaTarget[] = [];
  const replica = {
    open: vi.fn(async (target: ReplicaTarget) => void opened.push(target)),
    close: vi.fn(async () => {}),
  };
  const host = { start: vi.fn(async () => ({ url: 'http://127.0.0.1:8123', port: 8123 })), stop: vi.fn() };
  const hooks = { move: (_url: string): void => {} };
  const connection = new NodeConnection({
    settings,
    forcedNodeUrl,
    consolesDir: '/data/consoles',
    secrets: { load: async () => null, keep: async () => {} },
    replica,
    createHost: (onMoved) => {
      hooks.move = onMoved;
      return host;
    },
  });
  return { connection, opened, replica, host, settings, hooks };
}

describe('NodeConnection', () => {
  it('connects a console to its node, in that node’s own folder', async () => {
    const { connection, opened, host } = openConnection(consoleSettings);
    await connection.connect();
    expect(opened[0]).toMatchObject({
      nodeUrl: 'http://desk:8000',
      dataDir: `/data/consoles/${consoleFolder('http://desk:8000')}`,
    });
    expect(host.start).not.toHaveBeenCalled();
  });

  it('runs the node of a host, remembers its port and follows it', async () => {
    const { connection, opened, settings, hooks } = openConnection({ ...consoleSettings, mode: 'host' });
    await connection.connect();
    expect(settings.read('host_port')).toBe(8123);
    hooks.move('http://127.0.0.1:9000');
    await connection.save({ ...consoleSettings, mode: 'host', is_closed_to_tray: false });
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    expect(opened.map(({ nodeUrl }) => nodeUrl)).toEqual(['http://127.0.0.1:8123', 'http://127.0.0.1:9000']);
    expect(new Set(opened.map(({ dataDir }) => dataDir)).size).toBe(1);
  });

  it('reconnects only when another node is meant', async () => {
    const { connection, opened, replica } = openConnection(consoleSettings);
    await connection.connect();
    await connection.save({ ...consoleSettings, is_closed_to_tray: false });
    expect(opened).toHaveLength(1);
    const saved = await connection.save({ ...consoleSettings, node_url: 'https://other.example.com/path' });
    expect(saved.node_url).toBe('https://other.example.com');
    expect(opened).toHaveLength(2);
    expect(replica.close).toHaveBeenCalled();
    await expect(connection.save({ ...consoleSettings, node_url: 'nonsense' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('keeps to the node that the start names', async () => {
    const { connection, opened } = openConnection({ ...consoleSettings, mode: 'host' }, 'http://forced:1');
    await connection.connect();
    expect(connection.settings).toMatchObject({ mode: 'console', node_url: 'http://forced:1' });
    expect(opened[0]?.nodeUrl).toBe('http://forced:1');
  });
});
