import { DeskError } from '../protocol/errors.ts';
import type { Applier } from './applier.ts';
import { findBare, listBare, storeConversations, type BareTicket } from './bare-tickets.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import type { Outbox } from './outbox.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ReplicaDb } from './tables.ts';

export interface ConversationFetchDeps {
  host: Pick<ReplicaHost, 'transport' | 'timers' | 'log'>;
  db: ReplicaDb;
  outbox: Outbox;
  applier: Applier;
  session: SessionKeeper;
  lane: Lane;
  /** Conversations came in. */
  onChanged: (ticketUids: readonly string[]) => void;
  /** The node does not show these tickets any more, and nobody has said so yet. */
  onDoubt: (ticketUids: readonly string[]) => void;
}

/** So many at once that requests are few, and so few that a page is stored before anybody notices. */
const pageSize = 300;
/** After a request that nobody answered, when the connection goes on. */
const tryAgainMs = 5_000;

/** Fetches the conversations of tickets that a snapshot brought without them, while the agent works. */
export class ConversationFetch {
  readonly #deps: ConversationFetchDeps;
  #isOver = false;
  #isRunning = false;
  readonly #asked = new Set<string>();

  constructor(deps: ConversationFetchDeps) {
    this.#deps = deps;
  }

  /** Whether conversations are coming in. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Fetches what is missing, until nothing is. */
  async run(): Promise<void> {
    if (this.#isRunning || this.#isOver) return;
    this.#isRunning = true;
    const { db, outbox, host } = this.#deps;
    try {
      for (;;) {
        const next = await listBare(db, outbox.identity?.user.id ?? -1, pageSize);
        if (next.length === 0 || this.#isOver) break;
        await this.#fetch(next);
      }
      this.#isRunning = false;
      this.#deps.onChanged([]);
    } catch (error) {
      this.#isRunning = false;
      if (this.#isOver) return;
      host.log('warn', 'Conversations could not be fetched', { error: String(error) });
      host.timers.after(waitMsOf(error), () => void this.run());
    }
  }

  /** Somebody has opened these tickets: theirs come before all others. */
  async ask(uids: readonly string[]): Promise<void> {
    const fresh = uids.filter((uid) => !this.#asked.has(uid));
    if (fresh.length === 0 || this.#isOver) return;
    for (const uid of fresh) this.#asked.add(uid);
    try {
      for (const ticket of await findBare(this.#deps.db, fresh)) await this.#fetch([ticket]);
    } catch (error) {
      this.#deps.host.log('info', 'A conversation could not be fetched at once', { error: String(error) });
    } finally {
      for (const uid of fresh) this.#asked.delete(uid);
    }
  }

  async #fetch(asked: readonly BareTicket[]): Promise<void> {
    const { host, db, session, lane, applier, onChanged, onDoubt } = this.#deps;
    const token = await session.accessToken();
    const ids = asked.map(({ id }) => id);
    const answer = token.ok ? await host.transport.conversations(token.value, ids) : token;
    if (this.#isOver) return;
    if (!answer.ok) {
      // The node goes by its own clock: to it the token may have ended before this console thinks so.
      if (token.ok && answer.error.kind === 'signed_out') session.dropToken(token.value);
      throw DeskError.from(answer.error);
    }
    const { whole, hidden } = await lane(async () => {
      const stored = await db.transaction().execute((tx) => storeConversations(tx, asked, answer.value));
      await applier.rebuild(stored.whole);
      return stored;
    });
    if (this.#isOver) return;
    onChanged(whole);
    if (hidden.length > 0) onDoubt(hidden);
  }
}

function waitMsOf(error: unknown): number {
  return (error instanceof DeskError ? error.toData().retryAfterMs : undefined) ?? tryAgainMs;
}
