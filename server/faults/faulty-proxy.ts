import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * What the road does to what travels on it. `cut`: connections end and none can be made. `black_hole`: nothing arrives
 * any more and nobody is told. `trickle`: one byte at a time.
 */
export type Road = 'open' | 'cut' | 'delay' | 'black_hole' | 'trickle';

const delayMs = 120;
const trickleMs = 1;

interface Pair {
  near: Socket;
  far: Socket;
  /** Once swallowed, a connection stays so: what was lost on it cannot be found again. */
  isSwallowed: boolean;
}

/** A TCP proxy between consoles and their node, on a port of its own for as long as it lives. */
export class FaultyProxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #nodePort: number;
  #road: Road = 'open';

  private constructor(server: Server, nodePort: number) {
    this.#server = server;
    this.#nodePort = nodePort;
    server.on('connection', (near) => this.#join(near));
  }

  static async open(nodePort: number): Promise<FaultyProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultyProxy(server, nodePort);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  take(road: Road): void {
    this.#road = road;
    for (const pair of this.#pairs) {
      if (road === 'cut') this.#part(pair);
      pair.isSwallowed ||= road === 'black_hole';
    }
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) this.#part(pair);
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #join(near: Socket): void {
    if (this.#road === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(this.#nodePort, '127.0.0.1');
    const pair: Pair = { near, far, isSwallowed: this.#road === 'black_hole' };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true);
      void this.#carry(pair, from, to).finally(() => this.#part(pair));
    }
  }

  /** Ends when either side does. Bytes keep their order whatever the road is meanwhile. */
  async #carry(pair: Pair, from: Socket, to: Socket): Promise<void> {
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (pair.isSwallowed) continue;
        if (this.#road === 'delay') await wait(delayMs);
        if (this.#road === 'trickle') await this.#trickle(chunk, to);
        else to.write(chunk);
      }
    } catch {
      // A reset is one more way in which a connection ends.
    }
  }

  /** What is left of the chunk follows at once when the road is mended meanwhile. */
  async #trickle(chunk: Buffer, to: Socket): Promise<void> {
    let sent = 0;
    while (sent < chunk.length && this.#road === 'trickle') {
      to.write(chunk.subarray(sent, sent + 1));
      sent += 1;
      await wait(trickleMs);
    }
    if (sent < chunk.length) to.write(chunk.subarray(sent));
  }

  #part(pair: Pair): void {
    this.#pairs.delete(pair);
    pair.near.destroy();
    pair.far.destroy();
  }
}
