import { tokensOf } from '../model/permissions.ts';
import { DeskError, type DeskErrorData } from '../protocol/errors.ts';
import type { Frame, Welcome } from '../protocol/sync.ts';
import type { Applier } from './applier.ts';
import { CatchUp } from './catch-up.ts';
import { composeHello } from './compose-hello.ts';
import type { ReplicaHost, TransportListener } from './host.ts';
import type { Lane } from './lane.ts';
import { LiveDuties } from './live-duties.ts';
import { writeMeta } from './meta.ts';
import { openConnection } from './open-connection.ts';
import type { Outbox } from './outbox.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ReplicaDb } from './tables.ts';

export interface SyncRunDeps {
  host: ReplicaHost;
  db: ReplicaDb;
  outbox: Outbox;
  applier: Applier;
  session: SessionKeeper;
  lane: Lane;
  /** Before anything is asked: makes sure that the copy is the signed-in user's. */
  onConnect: () => Promise<void>;
  /** The node said welcome. */
  onWelcome: () => void;
  /** What the node had decided before is stored: changes may be sent. */
  onSettled: () => void;
  onProgress: (done: number, total: number) => void;
  /** Everything up to `since` is here, and frames apply as they come. */
  onLive: (since: number) => void;
  /** What had happened before this connection is here. */
  onCaughtUp: () => void;
  onChanged: () => void;
  /** Conversations of these tickets came in, on their own. */
  onConversations: (ticketUids: readonly string[]) => void;
  /** Something was taken off this computer. */
  onPurged: () => void;
  /** The node lacks so many decided changes, which are sent once more. */
  onSentAgain: (count: number) => void;
  /** Whether predictions have to be made anew; whoever asks makes them. */
  takeStale: () => boolean;
  /** The connection is over, or never came to be. */
  onEnd: (error: DeskErrorData) => void;
  /** This computer's own files refuse. */
  onFault: (error: unknown) => void;
}

/**
 * `opening`: the node has not said welcome. `catching`: rows before the frames are still missing. `live`: frames apply
 * as they come. `over`: whatever still comes is ignored.
 */
type Phase = 'opening' | 'catching' | 'live' | 'over';

/** One connection with the node: opens it, catches up and takes frames until it is over. */
export class SyncRun {
  readonly #deps: SyncRunDeps;
  readonly #catchUp: CatchUp;
  #phase: Phase = 'opening';
  #duties: LiveDuties | null = null;
  /** Settles, and never fails, once this console is live or the connection is over. */
  #catchingUp: Promise<void> = Promise.resolve();

  constructor(deps: SyncRunDeps) {
    this.#deps = deps;
    this.#catchUp = new CatchUp({
      ...deps,
      isCurrent: () => !this.isOver,
      onProgress: (done, total) => {
        if (!this.isOver) deps.onProgress(done, total);
      },
    });
  }

  /** Whether the node can be spoken to. */
  get isOpen(): boolean {
    return this.#phase === 'catching' || this.#phase === 'live';
  }

  get isOver(): boolean {
    return this.#phase === 'over';
  }

  /** Whether conversations are coming in behind the tickets. */
  get isFetching(): boolean {
    return this.#duties?.isFetching === true;
  }

  fetchConversations(uids: readonly string[]): void {
    this.#duties?.fetchConversations(uids);
  }

  /** Everything that was here is decided: rows of it come as frames, or are fetched. */
  expectRows(): void {
    this.#duties?.expectRows();
  }

  /** Fetches a ticket. Frames wait meanwhile. @returns whether the node could be asked. */
  async fetchTicket(uid: string): Promise<boolean> {
    if (!this.isOpen) return false;
    this.#fetchMissing([uid]);
    await this.#catchingUp;
    return !this.#deps.applier.gaps.has(uid);
  }

  async start(): Promise<void> {
    try {
      await this.#open();
    } catch (error) {
      this.#deps.onFault(error);
    }
  }

  end(): void {
    this.#phase = 'over';
    this.#duties?.end();
    this.#duties = null;
  }

  async #open(): Promise<void> {
    const { host, session, onConnect, onEnd } = this.#deps;
    await onConnect();
    if (this.isOver) return;
    const opened = await openConnection({
      transport: host.transport,
      session,
      listener: this.#createListener(),
      isCurrent: () => !this.isOver,
    });
    if (this.isOver) return;
    if (!opened.ok) return onEnd(opened.error);
    const welcome = await host.transport.hello(await composeHello(this.#deps));
    if (this.isOver) return;
    if (!welcome.ok) return onEnd(welcome.error);
    await this.#enter(welcome.value);
  }

  async #enter(welcome: Welcome): Promise<void> {
    const { lane, applier, outbox, onWelcome, onSettled } = this.#deps;
    const { epoch, last_mid: lastMid } = welcome;
    const sentAgain = await lane(() => outbox.owner.meetNode({ epoch, lastMid }));
    if (this.isOver) return;
    if (sentAgain !== null) return this.#comeBackAs(sentAgain);
    await this.#meetOneself(welcome.scope);
    if (this.isOver) return;
    this.#phase = 'catching';
    onWelcome();
    this.#duties = this.#createDuties();
    await lane(() => applier.applyOutcomes(welcome.outcomes));
    onSettled();
    if (welcome.plan !== 'live') this.#catchUp.askPull();
    this.#catchingUp = this.#goOn(welcome);
    await this.#catchingUp;
  }

  /** The outbox has a new numbering: hello is said again under its name. */
  #comeBackAs(sentAgain: readonly string[]): void {
    const { host, onSentAgain, onEnd } = this.#deps;
    host.log('warn', 'The node lacks changes that it had decided', { count: sentAgain.length });
    if (sentAgain.length > 0) onSentAgain(sentAgain.length);
    onEnd({ kind: 'unavailable', message: 'The node was restored', retryAfterMs: 0 });
  }

  /** What one may do has changed, and the word of it got lost: predictions need the user as they are now. */
  async #meetOneself(scope: Welcome['scope']): Promise<void> {
    const { outbox, session, lane, applier } = this.#deps;
    const user = outbox.identity?.user;
    if (user !== undefined && tokensOf(user).join(' ') === scope.join(' ')) return;
    session.dropToken();
    await session.accessToken();
    await lane(() => applier.rebuildAll());
  }

  /** Fetches what frames cannot tell, then goes live. */
  async #goOn(welcome?: Welcome): Promise<void> {
    const { host, db, lane, applier, takeStale, onLive, onCaughtUp, onEnd, onFault } = this.#deps;
    const catchUp = this.#catchUp;
    const isBooting = welcome?.plan === 'snapshot';
    const isNews = welcome === undefined;
    try {
      if (isBooting) await catchUp.boot(welcome);
      await catchUp.run({ isNews, wasAway: !isNews && !isBooting });
      if (takeStale() || isBooting) await lane(() => applier.rebuildAll());
      const synced_at = host.clock.now();
      await lane(() => db.transaction().execute((tx) => writeMeta(tx, { synced_at })));
      if (this.isOver) return;
      if (catchUp.isNeeded) await this.#goOn();
      else {
        this.#phase = 'live';
        for (const frame of catchUp.takeFrames()) this.#applyFrame(frame);
        this.#duties?.goLive();
        onLive(synced_at);
      }
      if (!isNews && !this.isOver) onCaughtUp();
    } catch (error) {
      if (!(error instanceof DeskError)) return onFault(error);
      host.log('warn', 'Catching up failed', { error: error.message });
      onEnd(error.toData());
    }
  }

  #createDuties(): LiveDuties {
    return new LiveDuties({
      ...this.#deps,
      onRefused: this.#deps.onEnd,
      onUnseen: () => {
        if (this.#phase === 'live') this.#pullMissing();
      },
      onDoubt: (uids) => {
        if (!this.isOver) this.#fetchMissing(uids);
      },
    });
  }

  #pullMissing(): void {
    this.#catchUp.askPull();
    this.#fallBehind();
  }

  #fetchMissing(uids: readonly string[]): void {
    this.#deps.applier.addGaps(uids);
    this.#fallBehind();
  }

  /** Something is missing: frames wait until it is here. */
  #fallBehind(): void {
    if (this.#phase !== 'live') return;
    this.#phase = 'catching';
    this.#catchingUp = this.#goOn();
  }

  #createListener(): TransportListener {
    const { session, onEnd } = this.#deps;
    return {
      onFrame: (frame) => {
        if (this.isOver) return;
        if (this.#phase === 'live') this.#applyFrame(frame);
        else this.#catchUp.keep(frame);
      },
      onBehind: () => {
        if (!this.isOver) this.#pullMissing();
      },
      onBye: ({ reason, retry_after_ms = 50 }) => {
        if (this.isOver) return;
        if (reason !== 'restarting') session.dropToken();
        onEnd({
          kind: 'unavailable',
          message: 'The node ended the connection',
          retryAfterMs: retry_after_ms,
        });
      },
      onClosed: () => onEnd({ kind: 'unavailable', message: 'The connection ended' }),
    };
  }

  #applyFrame(frame: Frame): void {
    const { host, lane, applier, onFault } = this.#deps;
    lane(() => applier.applyFrame(frame)).then(
      () => {
        if (applier.gaps.size > 0) this.#fallBehind();
      },
      (error: unknown) => {
        host.log('error', 'A frame could not be applied', { error: String(error) });
        onFault(error);
      },
    );
  }
}
