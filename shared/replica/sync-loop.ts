import { DeskError, type DeskErrorData } from '../protocol/errors.ts';
import type { Connection } from '../protocol/sync-status.ts';
import type { Frame, Welcome } from '../protocol/sync.ts';
import { afterEnd, offlineReasonOf } from './after-end.ts';
import type { Applier } from './applier.ts';
import { CatchUp } from './catch-up.ts';
import { composeHello } from './compose-hello.ts';
import { fileFaultOf } from './disk-error.ts';
import type { ReplicaHost, TransportListener } from './host.ts';
import type { Lane } from './lane.ts';
import { LiveDuties } from './live-duties.ts';
import { writeMeta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import { openConnection } from './open-connection.ts';
import { Pusher } from './pusher.ts';
import { RetryPlan } from './retry-plan.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ReplicaDb } from './tables.ts';

export interface SyncLoopDeps {
  host: ReplicaHost;
  db: ReplicaDb;
  outbox: Outbox;
  applier: Applier;
  session: SessionKeeper;
  lane: Lane;
  onStatus: () => void;
  onChanged: () => void;
  /** Conversations of these tickets came in, on their own. */
  onConversations: (ticketUids: readonly string[]) => void;
  /** Something was taken off this computer. */
  onPurged: () => void;
  /** The node took the session back: the copy of the desk has to leave this computer. */
  onRevoked: () => void;
  /** The node lacks so many decided changes, which are sent once more. */
  onSentAgain: (count: number) => void;
  /** What had happened before this connection is here. */
  onCaughtUp: () => void;
  /** Before anything is asked: makes sure that the copy is the signed-in user's. */
  onConnect: () => Promise<void>;
}

/** `closed`: no connection. `catching`: rows before the frames are still missing. `live`: frames apply as they come. */
type Phase = 'closed' | 'catching' | 'live';

/** Keeps the console in step with the node: connects, catches up, takes frames, sends changes, and comes back. */
export class SyncLoop {
  readonly #deps: SyncLoopDeps;
  readonly #pusher: Pusher;
  readonly #retry: RetryPlan;
  #connection: Connection = { state: 'connecting' };
  #phase: Phase = 'closed';
  /** Raised with each connection: whatever belongs to an earlier one is ignored. */
  #run = 0;
  #duties: LiveDuties | null = null;
  #catchUp: CatchUp;
  /** Settles, and never fails, once this console is live or its connection is over. */
  #catchingUp: Promise<void> = Promise.resolve();
  /** A prediction could not be stored: all of them are made anew before the next frames. */
  #isStale = false;

  constructor(deps: SyncLoopDeps) {
    this.#deps = deps;
    this.#catchUp = this.#createCatchUp(0);
    this.#retry = new RetryPlan(deps.host, () => void this.#connect());
    const { outbox, applier, lane, onStatus } = deps;
    this.#pusher = new Pusher({
      outbox,
      applier,
      lane,
      onStatus,
      transport: deps.host.transport,
      timers: deps.host.timers,
      isOpen: () => this.#phase !== 'closed',
      run: () => this.#run,
      onTrouble: (run, error) => this.#end(run, error),
      onFault: (error) => this.#fail(this.#run, error),
      onSent: () => this.#duties?.expectRows(),
    });
  }

  get connection(): Connection {
    return this.#connection;
  }

  get sentUpTo(): number {
    return this.#pusher.sentUpTo;
  }

  /** Whether conversations are coming in behind the tickets. */
  get isFetching(): boolean {
    return this.#duties?.isFetching === true;
  }

  /** Somebody has opened tickets whose conversations are not here. */
  fetchConversations(uids: readonly string[]): void {
    if (uids.length > 0) this.#duties?.fetchConversations(uids);
  }

  /**
   * Fetches a ticket that the node would not send by itself, as closed ones are after a while. Frames wait meanwhile.
   * @throws DeskError `unavailable` when the node cannot be asked right now.
   */
  async fetchTicket(uid: string): Promise<void> {
    const { applier } = this.#deps;
    if (this.#phase !== 'closed') {
      applier.addGaps([uid]);
      this.#fallBehind(this.#run);
      await this.#catchingUp;
      if (!applier.gaps.has(uid)) return;
    }
    throw new DeskError('unavailable', 'The node cannot be reached');
  }

  /** Connects now, whatever was planned. */
  start(): void {
    this.#retry.cancel();
    if (this.#phase !== 'closed') return;
    this.#retry.succeed();
    if (!this.#retry.isOffline) this.#show({ state: 'connecting' });
    void this.#connect();
  }

  stop(): void {
    this.#retry.cancel();
    this.#duties?.end();
    this.#duties = null;
    this.#run += 1;
    this.#phase = 'closed';
    this.#retry.endOffline();
    this.#deps.host.transport.close();
  }

  /** A change was kept: send it if the node can be reached. */
  send(): void {
    if (this.#phase !== 'closed') void this.#pusher.run();
  }

  #show(connection: Connection): void {
    this.#connection = connection;
    this.#deps.onStatus();
  }

  async #connect(): Promise<void> {
    const run = ++this.#run;
    try {
      await this.#attemptAs(run);
    } catch (error) {
      this.#fail(run, error);
    }
  }

  /** This computer's own files refuse (a full disk): as with a node out of reach, it is tried again later. */
  #fail(run: number, error: unknown): void {
    this.#deps.host.log('warn', 'The copy cannot be kept up', { error: String(error) });
    this.#isStale = true;
    this.#end(run, fileFaultOf(error));
  }

  /** A change was kept whose prediction could not be stored. */
  failLocally(error: unknown): void {
    this.#isStale = true;
    if (this.#phase !== 'closed') this.#fail(this.#run, error);
  }

  async #attemptAs(run: number): Promise<void> {
    const { host, session, onConnect } = this.#deps;
    await onConnect();
    if (run !== this.#run) return;
    this.#catchUp = this.#createCatchUp(run);
    const opened = await openConnection({
      transport: host.transport,
      session,
      listener: this.#listener(run),
      isCurrent: () => run === this.#run,
    });
    if (run !== this.#run) return;
    if (!opened.ok) return this.#end(run, opened.error);
    const welcome = await host.transport.hello(await composeHello(this.#deps));
    if (run !== this.#run) return;
    if (!welcome.ok) return this.#end(run, welcome.error);
    await this.#enter(run, welcome.value);
  }

  async #enter(run: number, welcome: Welcome): Promise<void> {
    const { lane, applier, outbox } = this.#deps;
    const sentAgain = await lane(() =>
      outbox.owner.meetNode({ epoch: welcome.epoch, lastMid: welcome.last_mid }),
    );
    if (run !== this.#run) return;
    if (sentAgain !== null) return this.#comeBackAs(run, sentAgain);
    if (welcome.reason === 'scope') await this.#meetOneself();
    if (run !== this.#run) return;
    this.#phase = 'catching';
    this.#retry.succeed();
    this.#duties = this.#createDuties(run);
    await lane(() => applier.applyOutcomes(welcome.outcomes));
    void this.#pusher.run();
    if (welcome.plan !== 'live') this.#catchUp.askPull();
    this.#catchingUp = this.#goOn(run, welcome);
    await this.#catchingUp;
  }

  /** What one may do has changed, and the word of it got lost: predictions need the user as they are now. */
  async #meetOneself(): Promise<void> {
    this.#deps.session.dropToken();
    await this.#deps.session.accessToken();
  }

  /** The outbox has a new numbering: says hello again under its name. */
  #comeBackAs(run: number, sentAgain: readonly string[]): void {
    this.#deps.host.log('warn', 'The node lacks changes that it had decided', { count: sentAgain.length });
    if (sentAgain.length > 0) this.#deps.onSentAgain(sentAgain.length);
    this.#end(run, { kind: 'unavailable', message: 'The node was restored', retryAfterMs: 0 });
  }

  /** Fetches what frames cannot tell, then goes live. */
  async #goOn(run: number, welcome?: Welcome): Promise<void> {
    const { host, db, lane, applier } = this.#deps;
    const catchUp = this.#catchUp;
    try {
      if (welcome?.plan === 'snapshot') await catchUp.boot(welcome);
      const isNews = welcome === undefined;
      await catchUp.run({ isNews, wasAway: welcome !== undefined && welcome.plan !== 'snapshot' });
      if (welcome?.plan === 'snapshot' || this.#isStale) {
        this.#isStale = false;
        await lane(() => applier.rebuildAll());
      }
      const synced_at = host.clock.now();
      await lane(() => db.transaction().execute((tx) => writeMeta(tx, { synced_at })));
      if (run !== this.#run) return;
      if (catchUp.isNeeded) return await this.#goOn(run);
      this.#phase = 'live';
      for (const frame of catchUp.takeFrames()) this.#applyFrame(run, frame);
      this.#duties?.goLive();
      this.#retry.endOffline();
      if (this.#connection.state !== 'live') this.#show({ state: 'live', since: synced_at });
      if (!isNews) this.#deps.onCaughtUp();
    } catch (error) {
      if (!(error instanceof DeskError)) return this.#fail(run, error);
      host.log('warn', 'Catching up failed', { error: error.message });
      this.#end(run, error.toData());
    }
  }

  #createDuties(run: number): LiveDuties {
    return new LiveDuties({
      ...this.#deps,
      onRefused: (error) => this.#end(run, error),
      onFault: (error) => this.#fail(run, error),
      onUnseen: () => {
        if (this.#phase !== 'live') return;
        this.#catchUp.askPull();
        this.#fallBehind(run);
      },
      onDoubt: (uids) => {
        if (run !== this.#run) return;
        this.#deps.applier.addGaps(uids);
        this.#fallBehind(run);
      },
    });
  }

  #createCatchUp(run: number): CatchUp {
    return new CatchUp({
      ...this.#deps,
      isCurrent: () => run === this.#run,
      onProgress: (done, total) => {
        if (run === this.#run) this.#show({ state: 'catching_up', done, total });
      },
    });
  }

  /** Something is missing: frames wait until it is here. */
  #fallBehind(run: number): void {
    if (this.#phase !== 'live') return;
    this.#phase = 'catching';
    this.#catchingUp = this.#goOn(run);
  }

  #listener(run: number): TransportListener {
    return {
      onFrame: (frame) => {
        if (run !== this.#run) return;
        if (this.#phase === 'live') this.#applyFrame(run, frame);
        else this.#catchUp.keep(frame);
      },
      onBehind: () => {
        if (run !== this.#run) return;
        this.#catchUp.askPull();
        this.#fallBehind(run);
      },
      onBye: ({ reason, retry_after_ms = 50 }) => {
        if (run !== this.#run) return;
        if (reason !== 'restarting') this.#deps.session.dropToken();
        this.#end(run, {
          kind: 'unavailable',
          message: 'The node ended the connection',
          retryAfterMs: retry_after_ms,
        });
      },
      onClosed: () => this.#end(run, { kind: 'unavailable', message: 'The connection ended' }),
    };
  }

  #applyFrame(run: number, frame: Frame): void {
    const { host, lane, applier } = this.#deps;
    lane(() => applier.applyFrame(frame)).then(
      () => {
        if (run === this.#run && applier.gaps.size > 0) this.#fallBehind(run);
      },
      (error: unknown) => {
        host.log('error', 'A frame could not be applied', { error: String(error) });
        this.#fail(run, error);
      },
    );
  }

  /** The connection is over, or never came to be. Decides what is next: wait, ask for a sign-in, or give up. */
  #end(run: number, error: DeskErrorData): void {
    if (run !== this.#run) return;
    this.#duties?.end();
    this.#duties = null;
    this.#run += 1;
    const wasOpen = this.#phase !== 'closed';
    this.#phase = 'closed';
    this.#deps.host.transport.close();
    switch (afterEnd(error, wasOpen)) {
      case 'renew_session':
        this.#deps.session.dropToken();
        return this.#show(this.#retry.retryIn(0, 'unreachable'));
      case 'leave':
        this.#deps.onRevoked();
        return this.#askForSignIn('taken_back');
      case 'needs_sign_in':
        return this.#askForSignIn('ended');
      case 'too_old':
        return this.#show({ state: 'too_old' });
      case 'refused':
        return this.#show({ state: 'refused', message: error.message });
      case 'take_new_identity':
        return void this.#takeNewIdentity();
      case 'try_again':
        return this.#tryAgain(error);
    }
  }

  #tryAgain(error: DeskErrorData): void {
    const waitMs = error.retryAfterMs ?? this.#retry.nextWaitMs();
    this.#show(this.#retry.retryIn(waitMs, offlineReasonOf(error)));
  }

  #askForSignIn(reason: 'ended' | 'taken_back'): void {
    this.#deps.session.dropToken();
    this.#show({ state: 'needs_sign_in', reason });
  }

  /** Another console uses the same numbering: goes on under a new one. */
  async #takeNewIdentity(): Promise<void> {
    const { lane, outbox } = this.#deps;
    const ended = this.#run;
    const waitMs = await lane(() => outbox.owner.renew()).then(
      () => 0,
      () => this.#retry.nextWaitMs(),
    );
    if (ended === this.#run) this.#show(this.#retry.retryIn(waitMs, 'unreachable'));
  }
}
