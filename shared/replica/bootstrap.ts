import type { Clock } from '../model/clock.ts';
import { DeskError } from '../protocol/errors.ts';
import { looseEntities, type SnapshotPage, type Welcome } from '../protocol/sync.ts';
import { noteBare } from './bare-tickets.ts';
import { storePage } from './bulk-rows.ts';
import type { Timers, Transport } from './host.ts';
import type { Lane } from './lane.ts';
import { dropLateIndexes, makeLateIndexes } from './late-indexes.ts';
import { readMeta, writeMeta, type Boot } from './meta.ts';
import { keepOnly } from './loose-rows.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ReplicaDb, ReplicaTx } from './tables.ts';
import { clearTruth, purgeOutside, sweepUnseen } from './truth.ts';

export interface BootstrapDeps {
  db: ReplicaDb;
  transport: Transport;
  session: SessionKeeper;
  lane: Lane;
  clock: Clock;
  timers: Timers;
  onProgress: (done: number, total: number) => void;
  onChanged: () => void;
  onPurged: () => void;
  /** Makes predictions anew, in the lane: those on these tickets, or all of them. */
  repredict: (ticketUids: readonly string[] | null) => Promise<void>;
}

const isSameView = (boot: Boot, page: { epoch: string; scope: readonly string[] }): boolean =>
  boot.epoch === page.epoch && boot.scope.join(' ') === page.scope.join(' ');

/**
 * Fetches everything the user may see, page by page, each with its place in one transaction, so that a stop at any
 * moment costs at most one page. What is here already stays readable; what the snapshot does not name goes at the end.
 * @throws DeskError when a page cannot be had; what was fetched is kept for the next try.
 */
export async function bootstrap(
  deps: BootstrapDeps,
  welcome: Welcome,
  isCurrent: () => boolean,
): Promise<void> {
  let boot = await deps.lane(async () => {
    const begun = await deps.db.transaction().execute((tx) => begin(tx, welcome));
    // A prediction holds the whole ticket: it goes with what may no longer be seen.
    await deps.repredict(null);
    return begun;
  });
  // The first thing that a changed scope does is to take away what is no longer to be seen.
  deps.onPurged();
  deps.onChanged();
  const ahead = new PagesAhead((after, onNext) => fetchPage(deps, { ...boot, after }, isCurrent, onNext));
  for (;;) {
    const page = await ahead.take(boot.after);
    if (!isCurrent()) throw new DeskError('unavailable', 'The connection ended');
    if (!isSameView(boot, page)) throw new DeskError('unavailable', 'What you may see has just changed');
    // The node reads the next page while this one is stored.
    if (page.next !== null) ahead.ask(page.next);
    else await makeLateIndexes(deps.db, deps.lane);
    const before = boot;
    boot = await deps.lane(async () => {
      const taken = await deps.db.transaction().execute((tx) => takePage(tx, before, page, deps.clock));
      await deps.repredict(page.rows.ticket.uid);
      return taken;
    });
    deps.onChanged();
    deps.onProgress(boot.done, Math.max(page.total, boot.done));
    if (page.next === null) {
      deps.onPurged();
      return;
    }
  }
}

/** Goes on where an earlier try stopped, or starts anew and takes away at once what may no longer be seen. */
async function begin(tx: ReplicaTx, { epoch, scope, head, reason }: Welcome): Promise<Boot> {
  const meta = await readMeta(tx);
  if (meta.boot !== null && isSameView(meta.boot, { epoch, scope })) return meta.boot;
  if (meta.epoch !== null && meta.epoch !== epoch) await clearTruth(tx);
  await purgeOutside(tx, scope);
  await tx.deleteFrom('boot_seen').execute();
  const held = await tx.selectFrom('ticket').select('uid').limit(1).executeTakeFirst();
  const is_first = held === undefined;
  if (is_first) await dropLateIndexes(tx);
  // The rest is here up to the cursor, which stays where it is.
  const added =
    reason === 'scope' && meta.boot === null ? scope.filter((token) => !meta.scope.includes(token)) : null;
  const boot: Boot = { epoch, scope, head, after: null, done: 0, is_first, added };
  await writeMeta(tx, { boot, cursor: added === null ? null : meta.cursor, epoch, scope });
  return boot;
}

type FetchPage = (after: string | null, onNext: (after: string) => void) => Promise<SnapshotPage>;

/** At most one page that has been asked for and not been taken: the node is at work while the console stores. */
class PagesAhead {
  readonly #fetch: FetchPage;
  #coming: { after: string | null; page: Promise<SnapshotPage> } | null = null;

  constructor(fetch: FetchPage) {
    this.#fetch = fetch;
  }

  /** Asks for a page unless one is on its way. */
  ask(after: string): void {
    if (this.#coming !== null) return;
    const page = this.#request(after);
    // What becomes of it is told to whoever takes it.
    page.catch(() => undefined);
    this.#coming = { after, page };
  }

  /** The page at this place. */
  take(after: string | null): Promise<SnapshotPage> {
    const coming = this.#coming;
    this.#coming = null;
    return coming?.after === after ? coming.page : this.#request(after);
  }

  #request(after: string | null): Promise<SnapshotPage> {
    return this.#fetch(after, (next) => this.ask(next));
  }
}

/** A node that is busy with others says when to come back. */
async function fetchPage(
  deps: BootstrapDeps,
  { after, added }: Boot,
  isCurrent: () => boolean,
  onNext: (after: string) => void,
): Promise<SnapshotPage> {
  for (;;) {
    const token = await deps.session.accessToken();
    const page = token.ok ? await deps.transport.snapshot(token.value, after, added, onNext) : token;
    if (page.ok) return page.value;
    const { kind, retryAfterMs } = page.error;
    if (kind !== 'unavailable' || retryAfterMs === undefined || !isCurrent())
      throw DeskError.from(page.error);
    await new Promise<void>((resolve) => void deps.timers.after(retryAfterMs, resolve));
  }
}

async function takePage(tx: ReplicaTx, boot: Boot, page: SnapshotPage, clock: Clock): Promise<Boot> {
  await storePage(tx, page.rows);
  await noteBare(tx, page.rows.ticket.uid);
  // Items are chosen by all of the reader's tokens, whichever were added.
  if (boot.after === null) {
    for (const entity of looseEntities) {
      if (entity === 'item' || boot.added === null) await keepOnly(tx, entity, page.rows[entity].uid);
    }
  }
  const uids = page.rows.ticket.uid;
  const isWhole = boot.added === null;
  if (isWhole && !boot.is_first) await noteSeen(tx, uids);
  const next: Boot = { ...boot, after: page.next, done: boot.done + uids.length };
  if (page.next !== null) {
    await writeMeta(tx, { boot: next });
    return next;
  }
  if (isWhole && !boot.is_first) await sweepUnseen(tx);
  const { read_before, cursor } = await readMeta(tx);
  await writeMeta(tx, {
    boot: null,
    cursor: isWhole ? boot.head : cursor,
    read_before: read_before === 0 ? clock.now() : read_before,
  });
  return next;
}

async function noteSeen(tx: ReplicaTx, uids: readonly string[]): Promise<void> {
  if (uids.length === 0) return;
  await tx
    .insertInto('boot_seen')
    .values(uids.map((uid) => ({ uid })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
