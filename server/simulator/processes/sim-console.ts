import { createReplica, type Replica } from '#shared/replica/replica.ts';
import type { SessionGrant } from '#shared/protocol/console-session.ts';
import type { ConsoleArgs, ConsoleCall, ConsoleResult } from '#shared/protocol/ipc.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { Network } from '../network/network.ts';
import { createSimTransport, request } from '../network/sim-transport.ts';
import type { Rng } from '../random.ts';
import type { Seams } from '../seams.ts';
import { Disk } from '../storage/disk.ts';
import type { FreshFiles } from '../storage/fresh-files.ts';
import { consoleDialect } from '../storage/disk-dialect.ts';
import { settle, type VirtualTime } from '../virtual-time.ts';
import { Process } from './process.ts';

export interface SimConsoleOptions {
  name: string;
  userId: number;
  files: FreshFiles;
  network: Network;
  time: VirtualTime;
  rng: Rng;
  seams: Seams;
  onFault: (what: string, error: unknown) => void;
}

/** What the console's user did that the invariants must know of. */
export interface UserNotes {
  /** What each draft says, as last confirmed to its author. */
  drafts: Map<string, string>;
  /** The version that its author asked to keep last, by ticket. */
  earlier: Map<string, string>;
  /** Conflicts that their author ended. */
  resolvedIds: Set<number>;
  /** The clock has jumped so far that old confirmed changes may be cleared away. */
  mayForget: boolean;
}

/** A console: the real replica on two files that outlive it, of one user on one machine. */
export class SimConsole {
  readonly name: string;
  readonly userId: number;
  readonly rng: Rng;
  readonly machine = { skewMs: 0 };
  outboxDisk: Disk;
  replicaDisk: Disk;
  readonly #options: SimConsoleOptions;
  readonly notes: UserNotes = {
    drafts: new Map(),
    earlier: new Map(),
    resolvedIds: new Set(),
    mayForget: false,
  };
  /** Raised when the replica's file is made anew or put back. */
  copies = 0;
  /** What of the replica's file a power cut leaves; null: all of it. */
  safeReplica: Buffer | null = null;
  process: Process | null = null;
  replica: Replica | null = null;
  /** Set while a disk fault explains what fails. */
  hadDiskFault = false;

  constructor(options: SimConsoleOptions) {
    this.#options = options;
    this.name = options.name;
    this.userId = options.userId;
    this.rng = options.rng;
    this.outboxDisk = new Disk(options.files.outbox);
    this.replicaDisk = new Disk(options.files.replica);
  }

  get isUp(): boolean {
    return this.process?.isAlive === true && this.replica !== null;
  }

  /** Starts the program on its files. The replica is there once everything has settled. */
  start(): void {
    const { name, network, time, seams } = this.#options;
    const process = new Process(name);
    this.process = process;
    this.replica = null;
    process.onEnd(() => {
      const isTold = this.rng.chance(0.7);
      for (const channel of network.channelsOf(name)) network.abandon(channel, { isTold });
    });
    seams.onConsoleStart?.(this);
    const timers = time.timersOf(process);
    const road = { owner: name, network, timers, isAlive: () => process.isAlive };
    const transport = createSimTransport(road);
    const ask = (kind: string): Promise<Result<SessionGrant>> =>
      request(road, kind, { userId: this.userId }) as Promise<Result<SessionGrant>>;
    void createReplica({
      outbox: consoleDialect(this.outboxDisk, process),
      openReplica: async () => consoleDialect(this.replicaDisk, process),
      deleteReplica: async () => this.replaceReplica(),
      transport: seams.transport?.(transport, this) ?? transport,
      session: { signIn: () => ask('signIn'), refresh: () => ask('refresh'), signOut: async () => {} },
      clock: time.clockOf(this.machine),
      random: (length) => this.rng.bytes(length),
      timers,
      nodeUrl: 'http://node',
      isDurable: true,
      log: (level, message, data) => {
        if (level === 'error') this.#fault(message, data);
      },
    }).then(
      (replica) => {
        if (process.isAlive) this.replica = replica;
      },
      (error: unknown) => this.#fault('The console could not start', error),
    );
  }

  #fault(what: string, error: unknown): void {
    if (!this.hadDiskFault) this.#options.onFault(`${this.name}: ${what}`, error);
    else if (this.replica === null) this.process?.kill();
  }

  /** Deletes the replica's file, or puts an older one in its place. */
  replaceReplica(image?: Buffer): void {
    this.replicaDisk.replace(image);
    this.copies += 1;
  }

  /** Asks the replica and lets everything settle; undefined when it did not live to answer, or failed. */
  async call<Call extends ConsoleCall>(
    name: Call,
    args: ConsoleArgs<Call>,
  ): Promise<ConsoleResult<Call> | undefined> {
    let answer: ConsoleResult<Call> | undefined;
    void this.replica?.call(name, args).then((result) => {
      if (result.ok) answer = result.value;
    });
    await settle();
    return answer;
  }

  /** Lets virtual time pass for this process alone; never ends when the process does. */
  wait(waitMs: number): Promise<void> {
    const { process } = this;
    if (process === null) return Promise.resolve();
    return new Promise((resolve) => void this.#options.time.timersOf(process).after(waitMs, resolve));
  }

  freeDisks(): void {
    this.outboxDisk.writesLeft = null;
    this.replicaDisk.writesLeft = null;
  }

  /** Takes the drafts, or one of them, as they are: nobody was told whether the last change of them was kept. */
  reconcileDrafts(only?: string): void {
    const rows = this.outboxDisk.read<{ ticket_uid: string; text: string }>(
      'select ticket_uid, text from draft',
    );
    const texts = new Map(rows.map(({ ticket_uid, text }) => [ticket_uid, text]));
    const { drafts } = this.notes;
    for (const uid of only === undefined ? [...drafts.keys(), ...texts.keys()] : [only]) {
      const text = texts.get(uid);
      if (text === undefined) drafts.delete(uid);
      else drafts.set(uid, text);
    }
  }

  /** Copies both files to another machine, as they are at this moment. */
  copyTo(other: SimConsole): void {
    other.outboxDisk.close();
    other.replicaDisk.close();
    other.outboxDisk = new Disk(this.outboxDisk.image());
    other.replicaDisk = new Disk(this.replicaDisk.image());
    // The times in them are those of this clock.
    other.notes.mayForget = this.notes.mayForget;
  }

  dispose(): void {
    this.process?.kill();
    this.outboxDisk.close();
    this.replicaDisk.close();
  }
}
