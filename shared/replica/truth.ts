import type { TicketRow } from '../model/ticket.ts';
import { looseEntities, type LooseEntity, type Op } from '../protocol/sync.ts';
import { storeRows, type TruthTable } from './bulk-rows.ts';
import { purgeLoose, removeLoose } from './loose-rows.ts';
import type { ReplicaTx } from './tables.ts';

const truthTables = [
  ...looseEntities,
  'ticket',
  'message',
  'activity',
  'attachment',
] as const satisfies TruthTable[];

const uidsPerStatement = 500;

/** What hangs on a ticket by its `ticket_uid`. */
const hanging = [
  'seen',
  'message',
  'activity',
  'attachment',
  'attachment_bytes',
  'message_overlay',
  'activity_overlay',
  'attachment_overlay',
] as const;

/** Takes tickets off this computer, with everything that hangs on them. */
async function removeTickets(tx: ReplicaTx, uids: readonly string[]): Promise<void> {
  for (let from = 0; from < uids.length; from += uidsPerStatement) {
    const part = uids.slice(from, from + uidsPerStatement);
    for (const table of ['ticket', 'ticket_overlay', 'bare_ticket'] as const) {
      await tx.deleteFrom(table).where('uid', 'in', part).execute();
    }
    for (const table of hanging) {
      await tx.deleteFrom(table).where('ticket_uid', 'in', part).execute();
    }
  }
}

/** What applying rows came to. */
export interface Applied {
  /** The tickets that changed, whose predictions must be made anew. */
  touched: string[];
  /** Tickets whose patch did not fit what is held here: they must be fetched. */
  gaps: string[];
  /** Whether rows that hang on no ticket changed. */
  hasLoose: boolean;
  /** Whether something was taken off this computer. */
  hasPurged: boolean;
}

/** Sorts what the node said by what is to be done; of one row, the last word counts. */
function sortOps(ops: readonly Op[]) {
  const rowsByTable: Record<TruthTable, object[]> = {
    profile: [],
    item: [],
    faq: [],
    ticket: [],
    message: [],
    activity: [],
    attachment: [],
  };
  const uids = (): Set<string> => new Set();
  const gone = { ticket: uids(), profile: uids(), item: uids(), faq: uids() };
  const patches: Patch[] = [];
  const touched = new Set<string>();
  for (const op of ops) {
    if (op.op === 'put') {
      rowsByTable[op.ent].push(op.ent === 'ticket' ? { ...op.row, aud: op.aud.join(' ') } : op.row);
      if (op.ent === 'ticket' || isLoose(op)) gone[op.ent].delete(op.row.uid);
      const ticket = ticketOf(op);
      if (ticket !== null) touched.add(ticket);
      continue;
    }
    if (op.ent === 'ticket') touched.add(op.uid);
    if (op.op === 'gone') gone[op.ent].add(op.uid);
    else patches.push(op);
  }
  return { rowsByTable, gone, patches, touched };
}

type Patch = Extract<Op, { op: 'patch' }>;

/** @returns whether the row is in the patch's version now, or was in a newer one. */
async function patchTicket(tx: ReplicaTx, { uid, ver, set }: Patch): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ticket')
    .set({ ...(set as Partial<TicketRow>), ver })
    .where('uid', '=', uid)
    .where('ver', '=', ver - 1)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return true;
  const held = await tx.selectFrom('ticket').select('ver').where('uid', '=', uid).executeTakeFirst();
  return held !== undefined && held.ver >= ver;
}

/**
 * Tickets of which these rows are all that will come, although they were not here before: what was said on them earlier
 * is missing. Those that begin in these rows are whole.
 */
async function findPartial(tx: ReplicaTx, ops: readonly Op[]): Promise<string[]> {
  const coming = new Set<string>();
  for (const op of ops) if (op.op === 'put' && op.ent === 'ticket') coming.add(op.row.uid);
  for (const op of ops) {
    if (op.op === 'put' && op.ent === 'activity' && op.row.kind === 'created')
      coming.delete(op.row.ticket_uid);
  }
  const uids = [...coming];
  for (let from = 0; from < uids.length; from += uidsPerStatement) {
    const part = uids.slice(from, from + uidsPerStatement);
    const held = await tx.selectFrom('ticket').select('uid').where('uid', 'in', part).execute();
    for (const { uid } of held) coming.delete(uid);
  }
  return [...coming];
}

const ticketOf = (op: Op): string | null => {
  if (op.op !== 'put') return null;
  if (op.ent === 'ticket') return op.row.uid;
  return isLoose(op) ? null : op.row.ticket_uid;
};

const isLoose = <Any extends Op>(op: Any): op is Extract<Any, { ent: LooseEntity }> =>
  (looseEntities as readonly string[]).includes(op.ent);

/**
 * Applies what the node said about rows, all in the caller's transaction. `areWhole`: the tickets come with all that
 * hangs on them. Otherwise parts of a ticket that is not held here are left out, and the ticket is named as a gap.
 */
export async function applyOps(
  tx: ReplicaTx,
  ops: readonly Op[],
  { areWhole }: { areWhole: boolean },
): Promise<Applied> {
  const gaps = new Set(areWhole ? [] : await findPartial(tx, ops));
  const { rowsByTable, gone, patches, touched } = sortOps(ops.filter((op) => !gaps.has(ticketOf(op) ?? '')));
  for (const table of truthTables) await storeRows(tx, table, rowsByTable[table]);
  for (const patch of patches) {
    if (!gone.ticket.has(patch.uid) && !(await patchTicket(tx, patch))) gaps.add(patch.uid);
  }
  await removeTickets(tx, [...gone.ticket]);
  await removeLoose(tx, gone);
  return {
    touched: [...touched],
    gaps: [...gaps],
    hasLoose: ops.some(isLoose),
    hasPurged: Object.values(gone).some((uids) => uids.size > 0),
  };
}

/** Takes away everything that none of these tokens may read. @returns which tickets went. */
export async function purgeOutside(tx: ReplicaTx, scope: readonly string[]): Promise<string[]> {
  await purgeLoose(tx, scope);
  const held = new Set(scope);
  const rows = await tx.selectFrom('ticket').select(['uid', 'aud']).execute();
  const lost = rows
    .filter(({ aud }) => !aud.split(' ').some((token) => held.has(token)))
    .map(({ uid }) => uid);
  await removeTickets(tx, lost);
  return lost;
}

/** Ends a snapshot: what it did not name is no longer visible. @returns what went. */
export async function sweepUnseen(tx: ReplicaTx): Promise<string[]> {
  const rows = await tx
    .selectFrom('ticket')
    .select('uid')
    .where('uid', 'not in', tx.selectFrom('boot_seen').select('uid'))
    .execute();
  const lost = rows.map((row) => row.uid);
  await removeTickets(tx, lost);
  await tx.deleteFrom('boot_seen').execute();
  return lost;
}

/** Empties everything that came from the node: what it holds belongs to another database. */
export async function clearTruth(tx: ReplicaTx): Promise<void> {
  for (const table of [...truthTables, 'attachment_bytes', 'boot_seen', 'bare_ticket'] as const) {
    await tx.deleteFrom(table).execute();
  }
}
