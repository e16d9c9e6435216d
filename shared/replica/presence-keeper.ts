import type { Presence, PresenceState, Present } from '../protocol/presence.ts';
import type { Transport } from './host.ts';

export interface PresenceKeeperDeps {
  transport: Transport;
  onChanged: (present: Present) => void;
}

/** Says where this console's user is, again after each connection, and hears who else is there. */
export class PresenceKeeper {
  readonly #deps: PresenceKeeperDeps;
  readonly #own = new Map<string, PresenceState>();
  readonly #toldOf = new Set<string>();

  constructor(deps: PresenceKeeperDeps) {
    this.#deps = deps;
  }

  /** Null for a ticket that was left. */
  set({ ticket_uid, state }: Presence): void {
    if ((this.#own.get(ticket_uid) ?? null) === state) return;
    if (state === null) {
      this.#own.delete(ticket_uid);
      this.#toldOf.delete(ticket_uid);
    } else this.#own.set(ticket_uid, state);
    this.#deps.transport.presence?.({ ticket_uid, state });
  }

  /** Nobody is signed in any more: nothing is said from here on, and nothing known. */
  clear(): void {
    this.#own.clear();
    this.#forgetOthers();
  }

  /** The road to the node, listened in on. */
  get transport(): Transport {
    const { transport } = this.#deps;
    return {
      ...transport,
      open: (token, listener) =>
        transport.open(token, {
          ...listener,
          onPresence: (present) => this.#hear(present),
          onClosed: () => {
            this.#forgetOthers();
            listener.onClosed();
          },
        }),
      hello: async (payload) => {
        const welcome = await transport.hello(payload);
        if (welcome.ok) {
          for (const [ticket_uid, state] of this.#own) transport.presence?.({ ticket_uid, state });
        }
        return welcome;
      },
    };
  }

  #hear(present: Present): void {
    // It may have crossed with the word that the ticket was left.
    if (!this.#own.has(present.ticket_uid)) return;
    this.#toldOf.add(present.ticket_uid);
    this.#deps.onChanged(present);
  }

  /** Without a connection nobody knows who is there. */
  #forgetOthers(): void {
    const tickets = [...this.#toldOf];
    this.#toldOf.clear();
    for (const ticket_uid of tickets) this.#deps.onChanged({ ticket_uid, people: [] });
  }
}
