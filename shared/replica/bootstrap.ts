import type { Clock } from '../model/clock.ts';
import { DeskError } from '../protocol/errors.ts';
import type { SnapshotPage, Welcome } from '../protocol/sync.ts';
import type { Transport } from './host.ts';
import type { Lane } from './lane.ts';
import { readMeta, writeMeta, type Boot } from './meta.ts';
import type { SessionKeeper } from './session-keeper.ts';
import { applyOps, clearTruth, purgeOutside, sweepUnseen, type ReplicaDb, type ReplicaTx } from './truth.ts';

export interface BootstrapDeps {
  db: ReplicaDb;
  transport: Transport;
  session: SessionKeeper;
  lane: Lane;
  clock: Clock;
  onProgress: (done: number, total: number) => void;
  onChanged: () => void;
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
  let boot = await deps.lane(() => deps.db.transaction().execute((tx) => begin(tx, welcome)));
  for (;;) {
    const page = await fetchPage(deps, boot.after);
    if (!isCurrent()) throw new DeskError('unavailable', 'The connection ended');
    if (!isSameView(boot, page)) throw new DeskError('unavailable', 'What you may see has just changed');
    const before = boot;
    boot = await deps.lane(() =>
      deps.db.transaction().execute((tx) => takePage(tx, before, page, deps.clock)),
    );
    deps.onChanged();
    deps.onProgress(boot.done, Math.max(page.total, boot.done));
    if (page.next === null) return;
  }
}

/** Goes on where an earlier try stopped, or starts anew and takes away at once what may no longer be seen. */
async function begin(tx: ReplicaTx, { epoch, scope, head }: Welcome): Promise<Boot> {
  const meta = await readMeta(tx);
  if (meta.boot !== null && isSameView(meta.boot, { epoch, scope })) return meta.boot;
  if (meta.epoch !== null && meta.epoch !== epoch) await clearTruth(tx);
  await purgeOutside(tx, scope);
  await tx.deleteFrom('boot_seen').execute();
  const boot: Boot = { epoch, scope, head, after: null, done: 0 };
  await writeMeta(tx, { boot, cursor: null, epoch, scope });
  return boot;
}

async function fetchPage({ session, transport }: BootstrapDeps, after: string | null): Promise<SnapshotPage> {
  const token = await session.accessToken();
  const page = token.ok ? await transport.snapshot(token.value, after) : token;
  if (page.ok) return page.value;
  const { kind, message, retryAfterMs } = page.error;
  throw new DeskError(kind, message, retryAfterMs === undefined ? {} : { retryAfterMs });
}

async function takePage(tx: ReplicaTx, boot: Boot, page: SnapshotPage, clock: Clock): Promise<Boot> {
  await applyOps(tx, page.ops);
  const uids = page.ops.filter((op) => op.op === 'put' && op.ent === 'ticket').map((op) => op.row.uid);
  if (uids.length > 0) {
    const rows = uids.map((uid) => ({ uid }));
    await tx
      .insertInto('boot_seen')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const next: Boot = { ...boot, after: page.next, done: boot.done + uids.length };
  if (page.next !== null) {
    await writeMeta(tx, { boot: next });
    return next;
  }
  await sweepUnseen(tx);
  const { read_before } = await readMeta(tx);
  await writeMeta(tx, {
    boot: null,
    cursor: boot.head,
    read_before: read_before === 0 ? clock.now() : read_before,
  });
  return next;
}
