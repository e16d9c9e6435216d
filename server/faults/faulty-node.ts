import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { startNodeProcess, type NodeProcess } from '../testing/node-process.ts';
import type { Told } from './ledger.ts';

export const adminName = 'superadmin';
export const adminPassword = 'Chosen-By-Me-1';

const answerWithinMs = 20_000;
const env = { WAYPOST_ADMIN_PASSWORD: adminPassword, WAYPOST_RATE_LIMIT: 'off', WAYPOST_BACKUPS: 'off' };

/** A node whose process may end at any moment, and comes back on the same files and the same port. */
export class FaultyNode {
  readonly dataDir: string;
  readonly port: number;
  #process: NodeProcess | undefined;
  #token = '';

  private constructor(dataDir: string, port: number) {
    this.dataDir = dataDir;
    this.port = port;
  }

  static async create(dataDir: string): Promise<FaultyNode> {
    return new FaultyNode(dataDir, await findFreePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#process?.child.pid ?? 0;
  }

  get process(): NodeProcess {
    if (this.#process === undefined) throw new Error('The node does not run');
    return this.#process;
  }

  /** Starts it without waiting until it is ready. */
  launch(): NodeProcess {
    this.#process = startNodeProcess({
      dataDir: this.dataDir,
      args: ['--port', String(this.port)],
      env,
    });
    return this.#process;
  }

  async start(): Promise<void> {
    await this.launch().ready;
    const answer = await this.#post('/api/v1/auth/login', { username: adminName, password: adminPassword });
    const { data } = (await answer.json()) as { data: { access_token: string } };
    this.#token = data.access_token;
  }

  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    running?.child.kill('SIGKILL');
    await running?.ended;
  }

  /** Sends a ticket in, and says what came back. */
  async createTicket(subject: string, description: string): Promise<Told> {
    try {
      const answer = await this.#post('/api/v1/tickets', { subject, description });
      await answer.arrayBuffer();
      return answer.ok ? 'acknowledged' : 'refused';
    } catch {
      return 'unknown';
    }
  }

  async isHealthy(): Promise<boolean> {
    const answer = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(answerWithinMs) });
    return answer.ok;
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMs),
    });
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
