import { Bounded } from './invariants/bounded.ts';
import { Convergence } from './invariants/convergence.ts';
import { CursorDurable } from './invariants/cursor-durable.ts';
import { DeskReader } from './invariants/desk-state.ts';
import type { InvariantName, Violation, Watcher } from './invariants/invariant.ts';
import { Monotonic } from './invariants/monotonic.ts';
import { NoLeak } from './invariants/no-leak.ts';
import { NothingLost } from './invariants/nothing-lost.ts';
import { OutboxReader, type OutboxState } from './invariants/outbox-state.ts';
import { Outcomes } from './invariants/outcomes.ts';
import { ReadYourWrites } from './invariants/read-your-writes.ts';
import { ReplicaReader, type ReplicaState } from './invariants/replica-state.ts';
import type { Watched } from './invariants/watched.ts';
import { Network } from './network/network.ts';
import { Process } from './processes/process.ts';
import { SimConsole } from './processes/sim-console.ts';
import { SimNode } from './processes/sim-node.ts';
import { hashText, Rng } from './random.ts';
import type { Seams } from './seams.ts';
import { Disk } from './storage/disk.ts';
import type { FreshFiles } from './storage/fresh-files.ts';
import type { Template } from './storage/template.ts';
import { settle, VirtualTime } from './virtual-time.ts';

/** The files that every world begins with. */
export interface WorldFiles {
  desk: Template;
  files: FreshFiles;
}

/** One node and its consoles in one process, with their time, their network and their disks; and who watches them. */
export class World implements Watched {
  readonly rng: Rng;
  readonly time = new VirtualTime();
  readonly network = new Network(this.time.timersOf(new Process('network')));
  readonly node: SimNode;
  readonly consoles: SimConsole[] = [];
  readonly desk: DeskReader;
  readonly seams: Seams;
  violation: Violation | null = null;
  /** Changes with everything that happened: two runs of one seed end with the same number. */
  traceHash = 0;
  /** What happened, in words; kept only when somebody asked for it. */
  readonly log: string[] | null;
  /** Older copies of the node's file. */
  readonly backups: Buffer[] = [];
  /** How often the node came back from a backup. */
  restores = 0;
  readonly #files: FreshFiles;
  readonly #noLeak: NoLeak;
  readonly #watchers: readonly Watcher[];
  readonly #replicas = new Map<SimConsole, ReplicaReader>();
  readonly #outboxes = new Map<SimConsole, OutboxReader>();

  constructor(
    seed: number,
    { desk, files }: WorldFiles,
    options: { seams?: Seams; isLogged?: boolean } = {},
  ) {
    this.rng = new Rng(hashText('world', seed));
    this.seams = options.seams ?? {};
    this.log = options.isLogged === true ? [] : null;
    this.#files = files;
    const disk = new Disk(desk);
    this.desk = new DeskReader(disk);
    const { time, network, seams } = this;
    this.node = new SimNode({
      disk,
      time,
      network,
      seams,
      rng: new Rng(this.rng.next()),
      onSend: (userId, message) => {
        for (const watcher of this.#watchers) watcher.onSend?.(userId, message);
      },
      onCommitted: (change) => this.#noLeak.onCommitted(change),
      onFault: (what, error) => this.report('NoFault', `node: ${what}: ${String(error)}`),
    });
    network.onDelivered = ({ channel, direction }, { kind, id, text }) =>
      this.note(`${channel.owner}/${channel.id} ${direction === 'toNode' ? '->' : '<-'} ${kind} ${id}`, text);
    this.#noLeak = new NoLeak(this);
    this.#watchers = [
      this.#noLeak,
      new CursorDurable(this),
      new Monotonic(this),
      new Outcomes(this),
      new NothingLost(this),
      new ReadYourWrites(this),
      new Bounded(this),
      new Convergence(this),
    ];
  }

  addConsole(userId: number): SimConsole {
    const { time, network, seams } = this;
    const console = new SimConsole({
      name: `c${this.consoles.length + 1}`,
      files: this.#files,
      userId,
      time,
      network,
      seams,
      rng: new Rng(this.rng.next()),
      onFault: (what, error) => this.report('NoFault', `${what}: ${JSON.stringify(error) ?? String(error)}`),
    });
    this.consoles.push(console);
    this.#replicas.set(console, new ReplicaReader(console));
    this.#outboxes.set(console, new OutboxReader(console));
    return console;
  }

  note(what: string, detail = ''): void {
    this.traceHash = hashText(`${this.time.nowMs} ${what} ${detail}`, this.traceHash);
    this.log?.push(`${this.time.nowMs} ${what} ${detail.slice(0, 400)}`);
  }

  /** The first breach is the one that counts: what follows may be its consequence. */
  report(invariant: InvariantName, detail: string): void {
    this.violation ??= { invariant, detail };
  }

  replicaOf(console: SimConsole): ReplicaState {
    return this.#replicas.get(console)?.state ?? new ReplicaReader(console).state;
  }

  outboxOf(console: SimConsole): OutboxState {
    return this.#outboxes.get(console)?.state ?? new OutboxReader(console).state;
  }

  /** The messages and activities in a console's picture. */
  shownOn({ replicaDisk }: SimConsole): Set<string> {
    const rows = replicaDisk.read<{ uid: string }>(
      'select uid from message_view union all select uid from activity_view',
    );
    return new Set(rows.map((row) => row.uid));
  }

  /** Lets everything settle, then looks at it. */
  async check(): Promise<void> {
    await settle();
    for (const reader of [...this.#replicas.values(), ...this.#outboxes.values()]) reader.refresh();
    for (const watcher of this.#watchers) watcher.afterStep?.();
  }

  checkAtRest(): void {
    for (const watcher of this.#watchers) watcher.atRest?.();
  }

  restored(): void {
    this.restores += 1;
    for (const watcher of this.#watchers) watcher.onRestore?.();
  }

  dispose(): void {
    this.node.process?.kill();
    for (const console of this.consoles) console.dispose();
    this.node.disk.close();
  }
}
