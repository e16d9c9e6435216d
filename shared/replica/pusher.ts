import type { DeskErrorData } from '../protocol/errors.ts';
import { pushLimit } from '../protocol/sync.ts';
import type { Applier } from './applier.ts';
import type { Timers, Transport } from './host.ts';
import type { Lane } from './lane.ts';
import type { Outbox } from './outbox.ts';
import type { SyncRun } from './sync-run.ts';

export interface PusherDeps {
  outbox: Outbox;
  applier: Applier;
  transport: Transport;
  timers: Timers;
  lane: Lane;
  /** The connection on which the node can be spoken to; what goes wrong on one says nothing about the next. */
  run: () => SyncRun | null;
  onStatus: () => void;
  /** The node would not take a change for a reason that only a new connection settles. */
  onTrouble: (run: SyncRun, error: DeskErrorData) => void;
  /** This computer could not store what became of a change. */
  onFault: (error: unknown) => void;
  /** Everything that was here is decided. */
  onSent: () => void;
}

/** Sends kept changes in their order until none is left. Reads never wait for it. */
export class Pusher {
  readonly #deps: PusherDeps;
  #isRunning = false;
  #isAskedAgain = false;
  #sentUpTo = 0;

  constructor(deps: PusherDeps) {
    this.#deps = deps;
  }

  /** The last number that is on its way to the node; 0 when none is. */
  get sentUpTo(): number {
    return this.#sentUpTo;
  }

  /** Sends what is there. Asked again while it sends, it looks again before it stops. */
  async run(): Promise<void> {
    this.#isAskedAgain = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#isAskedAgain && this.#deps.run() !== null) {
        this.#isAskedAgain = false;
        await this.#sendAll();
      }
      this.#deps.onSent();
    } catch (error) {
      this.#deps.onFault(error);
    } finally {
      this.#isRunning = false;
      this.#sentUpTo = 0;
      this.#deps.onStatus();
    }
  }

  async #sendAll(): Promise<void> {
    const { outbox, transport, lane, applier, onStatus } = this.#deps;
    while (this.#deps.run() !== null) {
      const mutations = takeFitting(await outbox.takeUnsent(pushLimit));
      const first = mutations[0];
      const clientId = outbox.identity?.clientId;
      const run = this.#deps.run();
      if (first === undefined || clientId === undefined || run === null) return;
      this.#sentUpTo = mutations.at(-1)?.mid ?? 0;
      onStatus();
      const pushed = await transport.push({ client_id: clientId, mutations });
      if (!pushed.ok) return this.#stumble(run, pushed.error);
      const { outcomes, want } = pushed.value;
      if (want !== undefined && want < first.mid) return this.#deps.onTrouble(run, missing);
      await lane(() => applier.applyOutcomes(outcomes));
      if (outcomes.length === 0) return;
    }
  }

  #stumble(run: SyncRun, error: DeskErrorData): void {
    const { timers, onTrouble } = this.#deps;
    if (error.kind === 'unavailable' && error.retryAfterMs !== undefined) {
      timers.after(error.retryAfterMs, () => void this.run());
      return;
    }
    onTrouble(run, error);
  }
}

/** The node has not seen numbers that this console counts as decided: it does not know this console any more. */
const missing: DeskErrorData = {
  kind: 'conflict',
  message: 'The node does not know this console any more',
  data: { code: 'unknown_client' },
};

/** A letter takes up to three bytes, and the node ends a connection that brings more than 256 KiB at once. */
const batchLetters = 64 * 1024;

/** As many from the front as fit into one message; a single one always does. */
function takeFitting<Mutation>(mutations: readonly Mutation[]): Mutation[] {
  let letters = 0;
  const end = mutations.findIndex((mutation, index) => {
    letters += JSON.stringify(mutation).length;
    return index > 0 && letters > batchLetters;
  });
  return mutations.slice(0, end === -1 ? mutations.length : end);
}
