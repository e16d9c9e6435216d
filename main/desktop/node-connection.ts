import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError } from '#shared/protocol/errors.ts';
import type { DesktopState, HostSettings, NodePlace } from '#shared/protocol/desktop-state.ts';
import type { NodeHost } from '../node-host/node-host.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import { consoleFolder, isSamePlace, readNodeUrl, withChosen } from './node-places.ts';
import type { Secrets } from './secrets.ts';
import type { Settings, StoredHost } from './settings.ts';

type Host = Pick<NodeHost, 'start' | 'stop' | 'restart'>;

interface NodeConnectionOptions {
  readonly settings: Settings;
  /** The environment's word for this start: nothing is chosen then. */
  readonly forcedNodeUrl: string | null;
  /** Where each node's console has its folder. */
  readonly consolesDir: string;
  /** The data folder of the node on this computer, unless its owner chose another. */
  readonly defaultDataDir: string;
  readonly secrets: Pick<Secrets, 'load' | 'keep'>;
  readonly replica: Pick<ReplicaClient, 'open' | 'close'>;
  /** The proxy before an address, if there is one. */
  readonly findProxy: (url: string) => Promise<string | null>;
  readonly createHost: (dataDir: string, onMoved: (url: string) => void) => Host;
}

/** Decides which node the replica speaks to, and runs that node when it is this computer's own. */
export class NodeConnection {
  readonly #options: NodeConnectionOptions;
  #host: Host | undefined;
  /** Changes happen one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: NodeConnectionOptions) {
    this.#options = options;
  }

  /** The node in use, the others, and how the one on this computer runs. */
  get state(): Pick<DesktopState, 'current' | 'nodes' | 'is_fixed' | 'host'> {
    const { settings } = this.#options;
    const { port, audience } = settings.read('host');
    return {
      current: this.#current,
      nodes: settings.read('nodes'),
      is_fixed: this.#options.forcedNodeUrl !== null,
      host: { port, audience, data_dir: this.#dataDir },
    };
  }

  connect(): Promise<void> {
    return this.#inOrder(() => this.#connect());
  }

  /** @throws DeskError `invalid` for an address that is none, `conflict` where the environment names the node */
  async use(place: NodePlace): Promise<void> {
    this.#refuseIfFixed();
    const chosen = normalizePlace(place);
    const { settings } = this.#options;
    const before = this.#current;
    settings.write('nodes', withChosen(settings.read('nodes'), chosen));
    settings.write('current_node', chosen);
    if (before === null || !isSamePlace(before, chosen)) await this.#reconnect();
  }

  /**
   * Takes a node off the list, and its copy and sign-in off this computer. What was written and not sent stays, for
   * when that node is used again.
   * @throws DeskError `conflict` for the node in use
   */
  async forget(place: NodePlace): Promise<void> {
    const { settings, consolesDir, secrets } = this.#options;
    if (this.#current !== null && isSamePlace(this.#current, place)) {
      throw new DeskError('conflict', 'This node is in use. Choose another one first.');
    }
    settings.write(
      'nodes',
      settings.read('nodes').filter((known) => !isSamePlace(known, place)),
    );
    const folder = join(consolesDir, this.#folderOf(place));
    await secrets.keep(join(folder, 'session'), null);
    for (const end of ['', '-wal', '-shm', '-journal'])
      await rm(join(folder, `replica.db${end}`), { force: true });
  }

  /** How the node on this computer runs from now on. */
  async saveHost(
    changes: Partial<Omit<HostSettings, 'data_dir'> & Pick<StoredHost, 'data_dir'>>,
  ): Promise<void> {
    const { settings } = this.#options;
    settings.write('host', { ...settings.read('host'), ...changes });
    if (this.#host !== undefined) await this.#reconnect();
  }

  /** The road to the node is another one: connects anew. */
  async reroute(): Promise<void> {
    if (this.#current !== null) await this.#reconnect();
  }

  restartHost(): void {
    this.#host?.restart();
  }

  close(): Promise<void> {
    return this.#inOrder(() => this.#disconnect());
  }

  get #current(): NodePlace | null {
    const { forcedNodeUrl, settings } = this.#options;
    return forcedNodeUrl === null ? settings.read('current_node') : { kind: 'remote', url: forcedNodeUrl };
  }

  get #dataDir(): string {
    return this.#options.settings.read('host').data_dir ?? this.#options.defaultDataDir;
  }

  #refuseIfFixed(): void {
    if (this.#options.forcedNodeUrl === null) return;
    throw new DeskError('conflict', 'WAYPOST_NODE_URL names the node of this start.');
  }

  #folderOf(place: NodePlace): string {
    if (place.kind === 'remote') return consoleFolder(place.url);
    return this.#dataDir === this.#options.defaultDataDir ? 'this-computer' : consoleFolder(this.#dataDir);
  }

  async #connect(): Promise<void> {
    const current = this.#current;
    if (current === null) return;
    const folder = this.#folderOf(current);
    if (current.kind === 'remote') {
      await this.#openReplica(folder, current.url);
      return;
    }
    const { createHost, settings } = this.#options;
    const host = createHost(this.#dataDir, (url) => {
      void this.#inOrder(async () => {
        if (this.#host === host) await this.#openReplica(folder, url);
      });
    });
    this.#host = host;
    const { port: wanted, audience, last_port: lastPort } = settings.read('host');
    const { url, port } = await host.start({ port: wanted ?? lastPort, audience });
    if (wanted === null) settings.write('host', { ...settings.read('host'), last_port: port });
    await this.#openReplica(folder, url);
  }

  async #disconnect(): Promise<void> {
    await this.#options.replica.close();
    await this.#host?.stop();
    this.#host = undefined;
  }

  #reconnect(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#disconnect();
      await this.#connect();
    });
  }

  #openReplica(folder: string, nodeUrl: string): Promise<void> {
    const { consolesDir, findProxy, replica, secrets } = this.#options;
    const dataDir = join(consolesDir, folder);
    const cookiePath = join(dataDir, 'session');
    return replica.open({
      dataDir,
      nodeUrl,
      findProxy: () => findProxy(nodeUrl),
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

function normalizePlace(place: NodePlace): NodePlace {
  if (place.kind === 'host') return place;
  const url = readNodeUrl(place.url);
  if (url === null)
    throw new DeskError('invalid', 'The address of the node has to look like https://name:8000.');
  return { kind: 'remote', url };
}
