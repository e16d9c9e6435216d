import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DesktopSettings } from '#shared/protocol/ipc.ts';
import type { NodeHost } from '../node-host/node-host.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import type { Secrets } from './secrets.ts';
import { normalizeSettings, type Settings } from './settings.ts';

interface NodeConnectionOptions {
  readonly settings: Settings;
  /** Overrides the settings for this start. */
  readonly forcedNodeUrl: string | null;
  /** Where each node's console has its folder. */
  readonly consolesDir: string;
  readonly secrets: Pick<Secrets, 'load' | 'keep'>;
  readonly replica: Pick<ReplicaClient, 'open' | 'close'>;
  readonly createHost: (onMoved: (url: string) => void) => Pick<NodeHost, 'start' | 'stop'>;
}

/** Decides which node the replica speaks to, and runs that node when it is this computer's own. */
export class NodeConnection {
  readonly #options: NodeConnectionOptions;
  #host: Pick<NodeHost, 'start' | 'stop'> | undefined;
  /** Changes of settings happen one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: NodeConnectionOptions) {
    this.#options = options;
  }

  /** The settings in force. */
  get settings(): DesktopSettings {
    const { forcedNodeUrl, settings } = this.#options;
    const saved = settings.read('desktop');
    return forcedNodeUrl === null ? saved : { ...saved, mode: 'console', node_url: forcedNodeUrl };
  }

  connect(): Promise<void> {
    return this.#inOrder(() => this.#connect());
  }

  /** Saves, and reconnects only when another node is meant. */
  async save(input: DesktopSettings): Promise<DesktopSettings> {
    const before = this.settings;
    this.#options.settings.write('desktop', normalizeSettings(input));
    const after = this.settings;
    if (!isSameNode(before, after)) {
      await this.#inOrder(async () => {
        await this.#disconnect();
        await this.#connect();
      });
    }
    return after;
  }

  close(): Promise<void> {
    return this.#inOrder(() => this.#disconnect());
  }

  async #connect(): Promise<void> {
    const { mode, node_url: nodeUrl } = this.settings;
    if (mode === 'console') {
      await this.#openReplica(consoleFolder(nodeUrl), nodeUrl);
      return;
    }
    const host = this.#options.createHost((url) => {
      void this.#inOrder(async () => {
        if (this.#host === host) await this.#openReplica(hostFolder, url);
      });
    });
    this.#host = host;
    const { url, port } = await host.start(this.#options.settings.read('host_port'));
    this.#options.settings.write('host_port', port);
    await this.#openReplica(hostFolder, url);
  }

  async #disconnect(): Promise<void> {
    await this.#options.replica.close();
    await this.#host?.stop();
    this.#host = undefined;
  }

  #openReplica(folder: string, nodeUrl: string): Promise<void> {
    const { consolesDir, replica, secrets } = this.#options;
    const dataDir = join(consolesDir, folder);
    const cookiePath = join(dataDir, 'session');
    return replica.open({
      dataDir,
      nodeUrl,
      loadCookie: () => secrets.load(cookiePath),
      keepCookie: (value) => secrets.keep(cookiePath, value),
    });
  }

  #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

/** The node on this computer may change its port, but it stays the same node. */
const hostFolder = 'this-computer';

/** Every node has its own folder: what one desk has not sent yet never goes to another. */
export function consoleFolder(nodeUrl: string): string {
  return createHash('sha256').update(nodeUrl).digest('hex').slice(0, 16);
}

function isSameNode(one: DesktopSettings, other: DesktopSettings): boolean {
  return one.mode === other.mode && (one.mode === 'host' || one.node_url === other.node_url);
}
