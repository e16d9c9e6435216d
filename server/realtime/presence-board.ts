import { tokensOf, type Token } from '#shared/model/permissions.ts';
import { presenceStates, type Presence, type PresenceState } from '#shared/protocol/presence.ts';
import type { ConsoleSocket } from './rooms.ts';

/** More tickets than anybody has open at once. */
const maxTickets = 50;

type Standing = Map<ConsoleSocket, PresenceState>;

/**
 * Who is on which ticket, by their connections. Only those who are on a ticket themselves are told of the others: with
 * hundreds of consoles, everybody who may see it would be a flood. Nothing is stored.
 */
export class PresenceBoard {
  /** Who may read the ticket now; null when there is none. */
  readonly #readersOf: (ticketUid: string) => Promise<readonly Token[] | null>;
  readonly #onFault: (error: unknown) => void;
  readonly #standingByTicket = new Map<string, Standing>();
  #turn: Promise<void> = Promise.resolve();

  constructor(
    readersOf: (ticketUid: string) => Promise<readonly Token[] | null>,
    onFault: (error: unknown) => void,
  ) {
    this.#readersOf = readersOf;
    this.#onFault = onFault;
  }

  /** One after the other, so that what one console said stays in its order. */
  set(socket: ConsoleSocket, presence: Presence): void {
    this.#inTurn(() => this.#put(socket, presence));
  }

  /** The connection ended. */
  leave(socket: ConsoleSocket): void {
    this.#inTurn(async () => {
      for (const ticketUid of this.#ticketsOf(socket))
        await this.#put(socket, { ticket_uid: ticketUid, state: null });
    });
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch(this.#onFault);
  }

  #ticketsOf(socket: ConsoleSocket): string[] {
    return [...this.#standingByTicket].filter(([, standing]) => standing.has(socket)).map(([uid]) => uid);
  }

  async #put(socket: ConsoleSocket, { ticket_uid: ticketUid, state }: Presence): Promise<void> {
    const standing: Standing =
      this.#standingByTicket.get(ticketUid) ?? new Map<ConsoleSocket, PresenceState>();
    if ((standing.get(socket) ?? null) === state) return;
    const readers = await this.#readersOf(ticketUid);
    if (state === null) standing.delete(socket);
    else if (socket.connected && maySee(socket, readers)) {
      if (!standing.has(socket) && this.#ticketsOf(socket).length >= maxTickets) return;
      standing.set(socket, state);
    }
    for (const other of standing.keys()) if (!maySee(other, readers)) standing.delete(other);
    if (standing.size === 0) this.#standingByTicket.delete(ticketUid);
    else this.#standingByTicket.set(ticketUid, standing);
    for (const other of standing.keys()) tell(other, ticketUid, standing);
  }
}

function maySee({ data }: ConsoleSocket, readers: readonly Token[] | null): boolean {
  const held = new Set(tokensOf(data.actor));
  return readers?.some((token) => held.has(token)) ?? false;
}

/** Everybody else, each once with the most that any of their windows says. */
function tell(socket: ConsoleSocket, ticket_uid: string, standing: Standing): void {
  const stateByUser = new Map<number, PresenceState>();
  for (const [{ data }, state] of standing) {
    const { id } = data.actor;
    if (id === socket.data.actor.id) continue;
    const known = stateByUser.get(id);
    if (known === undefined || presenceStates.indexOf(state) > presenceStates.indexOf(known)) {
      stateByUser.set(id, state);
    }
  }
  const people = [...stateByUser].map(([user_id, state]) => ({ user_id, state }));
  socket.emit('presence', { ticket_uid, people });
}
