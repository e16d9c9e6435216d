import type { DeskErrorData } from '../protocol/errors.ts';
import type { Applier } from './applier.ts';
import { ConversationFetch } from './conversation-fetch.ts';
import { startDigestCheck } from './digest-check.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import type { Outbox } from './outbox.ts';
import type { SessionKeeper } from './session-keeper.ts';
import { keepTokenFresh } from './token-renewal.ts';
import type { ReplicaDb } from './tables.ts';

export interface LiveDutiesDeps {
  host: ReplicaHost;
  db: ReplicaDb;
  outbox: Outbox;
  applier: Applier;
  session: SessionKeeper;
  lane: Lane;
  /** Conversations of these tickets came in. */
  onConversations: (ticketUids: readonly string[]) => void;
  /** The session is over, or belongs to somebody else now. */
  onRefused: (error: DeskErrorData) => void;
  /** These tickets are not what they should be: they must be fetched. */
  onDoubt: (ticketUids: readonly string[]) => void;
  /** A change was decided a while ago, and its rows did not come. */
  onUnseen: () => void;
  onFault: (error: unknown) => void;
}

/** How long the rows of a decided change may take before they are fetched. */
const rowsWaitMs = 1_000;

/** What a console does beside taking frames and sending changes, for as long as one connection lasts. */
export class LiveDuties {
  readonly #deps: LiveDutiesDeps;
  readonly #conversations: ConversationFetch;
  readonly #stopRenewal: () => void;
  #stopDigests: () => void = () => {};
  #isOver = false;

  constructor(deps: LiveDutiesDeps) {
    this.#deps = deps;
    this.#conversations = new ConversationFetch({ ...deps, onChanged: deps.onConversations });
    this.#stopRenewal = keepTokenFresh(deps);
  }

  /** Whether conversations are coming in. */
  get isFetching(): boolean {
    return this.#conversations.isRunning;
  }

  /** Frames apply as they come: what is here is compared with the node now and then, and what is missing fetched. */
  goLive(): void {
    this.#stopDigests();
    this.#stopDigests = startDigestCheck(this.#deps);
    void this.#conversations.run();
  }

  /** Somebody has opened these tickets. */
  fetchConversations(uids: readonly string[]): void {
    void this.#conversations.ask(uids);
  }

  /**
   * Rows of a change that was just decided come as a frame, unless its author may not see them: then only a pull moves
   * the cursor past them, and the prediction ends.
   */
  expectRows(): void {
    const { host, outbox, onUnseen, onFault } = this.#deps;
    host.timers.after(rowsWaitMs, () => {
      if (this.#isOver) return;
      outbox.hasUnseen().then((hasUnseen) => {
        if (hasUnseen && !this.#isOver) onUnseen();
      }, onFault);
    });
  }

  end(): void {
    this.#isOver = true;
    this.#stopRenewal();
    this.#stopDigests();
    this.#conversations.stop();
  }
}
