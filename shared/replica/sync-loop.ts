import type { DeskErrorData } from '../protocol/errors.ts';
import type { Connection } from '../protocol/ipc.ts';
import type { Result } from '../protocol/result.ts';
import { protocolVersion, type Frame, type Hello, type Welcome } from '../protocol/sync.ts';
import type { Applier } from './applier.ts';
import { bootstrap } from './bootstrap.ts';
import type { ReplicaHost, TransportListener } from './host.ts';
import type { Lane } from './lane.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import { Pusher } from './pusher.ts';
import { reconnectWaitMs } from './reconnect-wait.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ReplicaDb } from './truth.ts';

export interface SyncLoopDeps {
  host: ReplicaHost;
  db: ReplicaDb;
  outbox: Outbox;
  applier: Applier;
  session: SessionKeeper;
  lane: Lane;
  onStatus: () => void;
  onChanged: () => void;
  /** The node lacks so many decided changes, which are sent once more. */
  onSentAgain: (count: number) => void;
}

/** Frames kept while catching up; more than this and another pull is cheaper. */
const frameLimit = 256;

/** `closed`: no connection. `catching`: rows before the frames are still missing. `live`: frames apply as they come. */
type Phase = 'closed' | 'catching' | 'live';

/** Keeps the console in step with the node: connects, catches up, takes frames, sends changes, and comes back. */
export class SyncLoop {
  readonly #deps: SyncLoopDeps;
  readonly #pusher: Pusher;
  #connection: Connection = { state: 'connecting' };
  #phase: Phase = 'closed';
  /** Raised with each connection: whatever belongs to an earlier one is ignored. */
  #run = 0;
  #attempt = 0;
  #offlineSince: number | null = null;
  #cancelRetry: () => void = () => {};
  #frames: Frame[] = [];
  #mustPull = false;

  constructor(deps: SyncLoopDeps) {
    this.#deps = deps;
    const { outbox, applier, lane, onStatus } = deps;
    this.#pusher = new Pusher({
      outbox,
      applier,
      lane,
      onStatus,
      transport: deps.host.transport,
      timers: deps.host.timers,
      isOpen: () => this.#phase !== 'closed',
      onTrouble: (error) => this.#end(this.#run, error),
    });
  }

  get connection(): Connection {
    return this.#connection;
  }

  get sentUpTo(): number {
    return this.#pusher.sentUpTo;
  }

  /** Connects now, whatever was planned. */
  start(): void {
    this.#cancelRetry();
    if (this.#phase !== 'closed') return;
    this.#attempt = 0;
    if (this.#offlineSince === null) this.#show({ state: 'connecting' });
    void this.#connect();
  }

  stop(): void {
    this.#cancelRetry();
    this.#run += 1;
    this.#phase = 'closed';
    this.#offlineSince = null;
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
    const { host, session } = this.#deps;
    this.#frames = [];
    this.#mustPull = false;
    let opened = await this.#open(run);
    if (!opened.ok && opened.error.kind === 'signed_out' && run === this.#run) {
      // The token in hand may have been taken back; a session that is still good gives a new one.
      session.dropToken();
      opened = await this.#open(run);
    }
    if (run !== this.#run) return;
    if (!opened.ok) return this.#end(run, opened.error);
    const welcome = await host.transport.hello(await this.#hello());
    if (run !== this.#run) return;
    if (!welcome.ok) return this.#end(run, welcome.error);
    await this.#enter(run, welcome.value);
  }

  async #open(run: number): Promise<Result<null>> {
    const token = await this.#deps.session.accessToken();
    return token.ok ? this.#deps.host.transport.open(token.value, this.#listener(run)) : token;
  }

  async #hello(): Promise<Hello> {
    const { db, outbox } = this.#deps;
    const { epoch, cursor, scope } = await readMeta(db);
    return {
      protocol: protocolVersion,
      client_id: outbox.identity?.clientId ?? '',
      epoch,
      cursor,
      scope,
      acked_mid: await outbox.ackedMid(),
    };
  }

  async #enter(run: number, welcome: Welcome): Promise<void> {
    const { lane, applier, outbox } = this.#deps;
    const sentAgain = await lane(() => outbox.meetNode({ epoch: welcome.epoch, lastMid: welcome.last_mid }));
    if (run !== this.#run) return;
    if (sentAgain !== null) return this.#comeBackAs(run, sentAgain);
    this.#phase = 'catching';
    this.#attempt = 0;
    await lane(() => applier.applyOutcomes(welcome.outcomes));
    void this.#pusher.run();
    await this.#catchUp(run, welcome.plan === 'live' ? 'frames' : 'pull', welcome);
  }

  /** The outbox has a new numbering: says hello again under its name. */
  #comeBackAs(run: number, sentAgain: readonly string[]): void {
    this.#deps.host.log('warn', 'The node lacks changes that it had decided', { count: sentAgain.length });
    if (sentAgain.length > 0) this.#deps.onSentAgain(sentAgain.length);
    this.#end(run, { kind: 'unavailable', message: 'The node was restored', retryAfterMs: 0 });
  }

  /** Fetches what frames cannot tell, then goes live. */
  async #catchUp(run: number, first: 'frames' | 'pull', welcome?: Welcome): Promise<void> {
    try {
      if (welcome?.plan === 'snapshot') await this.#boot(run, welcome);
      this.#mustPull ||= first === 'pull';
      while (this.#mustPull) {
        this.#mustPull = false;
        const isBehind = welcome === undefined;
        if (!(await this.#pull(run, isBehind))) return;
      }
      if (welcome?.plan === 'snapshot') await this.#deps.lane(() => this.#deps.applier.rebuildAll());
      if (run === this.#run) await this.#goLive(run);
    } catch (error) {
      this.#deps.host.log('warn', 'Catching up failed', { error: String(error) });
      this.#end(run, { kind: 'unavailable', message: 'Catching up failed' });
    }
  }

  async #boot(run: number, welcome: Welcome): Promise<void> {
    const { db, host, session, lane, onChanged } = this.#deps;
    host.log('info', 'Fetching everything', { reason: welcome.reason ?? 'unknown' });
    const onProgress = (done: number, total: number): void => {
      if (run === this.#run) this.#show({ state: 'catching_up', done, total });
    };
    onProgress(0, 0);
    const parts = { db, session, lane, onChanged, onProgress, transport: host.transport, clock: host.clock };
    await bootstrap(parts, welcome, () => run === this.#run);
    this.#mustPull = true;
  }

  /** @returns whether the connection is still the one that asked. */
  async #pull(run: number, isNews: boolean): Promise<boolean> {
    const { db, host, lane, applier } = this.#deps;
    const { cursor } = await readMeta(db);
    const pulled = await host.transport.pull({ cursor: cursor ?? 0 });
    if (run !== this.#run) return false;
    if (!pulled.ok) {
      this.#end(run, pulled.error);
      return false;
    }
    await lane(() => applier.applyRows(pulled.value.ops, pulled.value.cursor, { isNews }));
    return run === this.#run;
  }

  /** Applies the frames that came while catching up; every one behind the pulled head is here, in order. */
  async #goLive(run: number): Promise<void> {
    const { host, db } = this.#deps;
    const now = host.clock.now();
    await this.#deps.lane(() => db.transaction().execute((tx) => writeMeta(tx, { synced_at: now })));
    if (run !== this.#run) return;
    if (this.#mustPull) return this.#catchUp(run, 'pull');
    this.#phase = 'live';
    for (const frame of this.#frames.splice(0)) this.#applyFrame(run, frame);
    this.#offlineSince = null;
    if (this.#connection.state !== 'live') this.#show({ state: 'live', since: now });
  }

  #listener(run: number): TransportListener {
    return {
      onFrame: (frame) => {
        if (run !== this.#run) return;
        if (this.#phase === 'live') this.#applyFrame(run, frame);
        else if (this.#frames.length < frameLimit) this.#frames.push(frame);
        else this.#mustPull = true;
      },
      onBehind: () => {
        if (run !== this.#run) return;
        this.#mustPull = true;
        if (this.#phase !== 'live') return;
        this.#phase = 'catching';
        void this.#catchUp(run, 'pull');
      },
      onBye: ({ reason }) => {
        if (run !== this.#run) return;
        if (reason !== 'restarting') this.#deps.session.dropToken();
        this.#end(run, { kind: 'unavailable', message: 'The node ended the connection', retryAfterMs: 50 });
      },
      onClosed: () => this.#end(run, { kind: 'unavailable', message: 'The connection ended' }),
    };
  }

  #applyFrame(run: number, frame: Frame): void {
    const { lane, applier } = this.#deps;
    lane(() => applier.applyRows(frame.ops, frame.to, { isNews: true })).catch((error: unknown) => {
      this.#deps.host.log('error', 'A frame could not be applied', { error: String(error) });
      this.#end(run, { kind: 'unavailable', message: 'A frame could not be applied' });
    });
  }

  /** The connection is over, or never came to be. Decides what is next: wait, ask for a sign-in, or give up. */
  #end(run: number, error: DeskErrorData): void {
    if (run !== this.#run) return;
    this.#run += 1;
    this.#phase = 'closed';
    this.#frames = [];
    this.#deps.host.transport.close();
    if (error.kind === 'signed_out') {
      this.#deps.session.dropToken();
      return this.#show({ state: 'needs_sign_in' });
    }
    if (error.kind === 'unsupported') return this.#show({ state: 'too_old' });
    if (error.kind === 'conflict' && error.data?.['code'] === 'fork') {
      void this.#deps.lane(() => this.#deps.outbox.renewIdentity()).then(() => this.#retryIn(0));
      return;
    }
    if (error.kind === 'forbidden') return this.#show({ state: 'refused', message: error.message });
    this.#retryIn(error.retryAfterMs ?? reconnectWaitMs(this.#attempt++, this.#deps.host.random));
  }

  #retryIn(waitMs: number): void {
    const { clock, timers } = this.#deps.host;
    const now = clock.now();
    this.#offlineSince ??= now;
    this.#cancelRetry = timers.after(waitMs, () => void this.#connect());
    this.#show({ state: 'offline', since: this.#offlineSince, retry_at: now + waitMs });
  }
}
