import { DeskError, type DeskErrorData } from '../protocol/errors.ts';
import type { Connection } from '../protocol/sync-status.ts';
import { afterEnd, offlineReasonOf } from './after-end.ts';
import { fileFaultOf } from './disk-error.ts';
import { Pusher } from './pusher.ts';
import { RetryPlan } from './retry-plan.ts';
import { SyncRun, type SyncRunDeps } from './sync-run.ts';

/** What a connection tells the loop that began it. */
type RunEvent = 'onWelcome' | 'onSettled' | 'onProgress' | 'onLive' | 'takeStale' | 'onEnd' | 'onFault';

export interface SyncLoopDeps extends Omit<SyncRunDeps, RunEvent> {
  onStatus: () => void;
  /** The node took the session back: the copy of the desk has to leave this computer. */
  onRevoked: () => void;
}

/** Keeps the console in step with the node: connects, sends changes, and comes back when a connection is over. */
export class SyncLoop {
  readonly #deps: SyncLoopDeps;
  readonly #pusher: Pusher;
  readonly #retry: RetryPlan;
  #connection: Connection = { state: 'connecting' };
  /** The connection in use, or the last one; whatever belongs to an earlier one is ignored. */
  #run: SyncRun | null = null;
  /** A prediction could not be stored: all of them are made anew before the next frames. */
  #isStale = false;

  constructor(deps: SyncLoopDeps) {
    this.#deps = deps;
    this.#retry = new RetryPlan(deps.host, () => this.#connect());
    const { outbox, applier, lane, onStatus } = deps;
    this.#pusher = new Pusher({
      outbox,
      applier,
      lane,
      onStatus,
      transport: deps.host.transport,
      timers: deps.host.timers,
      run: () => this.#openRun,
      onTrouble: (run, error) => this.#end(run, error),
      onFault: (error) => this.#fail(this.#run, error),
      onSent: () => this.#run?.expectRows(),
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
    return this.#run?.isFetching === true;
  }

  /** The connection on which the node can be spoken to. */
  get #openRun(): SyncRun | null {
    return this.#run?.isOpen === true ? this.#run : null;
  }

  /** Somebody has opened tickets whose conversations are not here. */
  fetchConversations(uids: readonly string[]): void {
    if (uids.length > 0) this.#run?.fetchConversations(uids);
  }

  /**
   * Fetches a ticket that the node would not send by itself, as closed ones are after a while. Frames wait meanwhile.
   * @throws DeskError `unavailable` when the node cannot be asked right now.
   */
  async fetchTicket(uid: string): Promise<void> {
    if ((await this.#run?.fetchTicket(uid)) === true) return;
    throw new DeskError('unavailable', 'The node cannot be reached');
  }

  /** Connects now, whatever was planned. */
  start(): void {
    this.#retry.cancel();
    if (this.#openRun !== null) return;
    this.#retry.succeed();
    if (!this.#retry.isOffline) this.#show({ state: 'connecting' });
    this.#connect();
  }

  stop(): void {
    this.#retry.cancel();
    this.#run?.end();
    this.#run = null;
    this.#retry.endOffline();
    this.#deps.host.transport.close();
  }

  /** A change was kept: send it if the node can be reached. */
  send(): void {
    if (this.#openRun !== null) void this.#pusher.run();
  }

  /** A change was kept whose prediction could not be stored. */
  failLocally(error: unknown): void {
    this.#isStale = true;
    if (this.#openRun !== null) this.#fail(this.#openRun, error);
  }

  #show(connection: Connection): void {
    this.#connection = connection;
    this.#deps.onStatus();
  }

  #connect(): void {
    this.#run?.end();
    const run = new SyncRun({
      ...this.#deps,
      onWelcome: () => this.#retry.succeed(),
      onSettled: () => void this.#pusher.run(),
      onProgress: (done, total) => this.#show({ state: 'catching_up', done, total }),
      onLive: (since) => {
        this.#retry.endOffline();
        if (this.#connection.state !== 'live') this.#show({ state: 'live', since });
      },
      takeStale: () => {
        const isStale = this.#isStale;
        this.#isStale = false;
        return isStale;
      },
      onEnd: (error) => this.#end(run, error),
      onFault: (error) => this.#fail(run, error),
    });
    this.#run = run;
    void run.start();
  }

  /** This computer's own files refuse (a full disk): as with a node out of reach, it is tried again later. */
  #fail(run: SyncRun | null, error: unknown): void {
    this.#deps.host.log('warn', 'The copy cannot be kept up', { error: String(error) });
    this.#isStale = true;
    if (run !== null) this.#end(run, fileFaultOf(error));
  }

  /** The connection is over, or never came to be. Decides what is next: wait, ask for a sign-in, or give up. */
  #end(run: SyncRun, error: DeskErrorData): void {
    if (run.isOver) return;
    const wasOpen = run.isOpen;
    run.end();
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
        return void this.#takeNewIdentity(run);
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
  async #takeNewIdentity(ended: SyncRun): Promise<void> {
    const { lane, outbox } = this.#deps;
    const waitMs = await lane(() => outbox.owner.renew()).then(
      () => 0,
      () => this.#retry.nextWaitMs(),
    );
    if (ended === this.#run) this.#show(this.#retry.retryIn(waitMs, 'unreachable'));
  }
}
