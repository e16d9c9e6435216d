import { connect, createServer, type Server, type Socket } from 'node:net';
import { portOf } from '../harness/child-process.ts';

/** Bytes in each direction, as TCP carries them. */
export interface Carried {
  readonly sent: number;
  readonly received: number;
}

/** A road to the node that counts what travels on it and can be made long. */
export class MeteredRoad implements AsyncDisposable {
  /** How long each direction takes, ms. */
  delayMs = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #sent = 0;
  #received = 0;

  private constructor(server: Server, nodePort: number) {
    this.#server = server;
    server.on('connection', (near) => {
      const far = connect({ port: nodePort, host: '127.0.0.1', noDelay: true });
      near.setNoDelay(true);
      this.#join(near, far, (bytes) => (this.#sent += bytes));
      this.#join(far, near, (bytes) => (this.#received += bytes));
    });
  }

  static async open(nodeUrl: string): Promise<MeteredRoad> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new MeteredRoad(server, Number(new URL(nodeUrl).port));
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server.address())}`;
  }

  get carried(): Carried {
    return { sent: this.#sent, received: this.#received };
  }

  /** Equal delays keep the order. */
  #join(from: Socket, to: Socket, count: (bytes: number) => void): void {
    this.#sockets.add(from);
    from.on('data', (chunk: Buffer) => {
      count(chunk.length);
      if (this.delayMs === 0) to.write(chunk);
      else setTimeout(() => to.write(chunk), this.delayMs);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
