import type { Clock } from '#shared/model/clock.ts';
import type { ConsoleSocket } from './rooms.ts';

/** Ends the connection when its access token does, unless a new one has come by then. */
export class AccessTimer {
  readonly #socket: ConsoleSocket;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: ConsoleSocket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    socket.on('disconnect', () => clearTimeout(this.#timer));
    this.restart();
  }

  restart(): void {
    clearTimeout(this.#timer);
    const waitMs = Math.max(0, this.#socket.data.expiresAt - this.#clock.now());
    this.#timer = setTimeout(() => {
      this.#socket.emit('bye', { reason: 'token_expired' });
      this.#socket.disconnect(true);
    }, waitMs);
  }
}
