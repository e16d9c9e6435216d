import { profileColumns, ticketColumns } from '../model/columns.ts';
import { consoleRules } from '../model/rule-set.ts';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { ActivityRow, MessageRow, TicketRow } from '../model/ticket.ts';
import type { Actor, ProfileRow } from '../model/user.ts';
import type { MutationResult, TicketArgs } from '../mutators/mutator.ts';
import { findMutator, runMutation } from '../mutators/registry.ts';
import { upcast } from '../mutators/upcast.ts';
import type { KeptMutation } from './kept-mutations.ts';
import type { ReplicaDb, ReplicaTx } from './tables.ts';

type Reads = ReplicaDb | ReplicaTx;

async function findProfile(db: Reads, id: number): Promise<ProfileRow | null> {
  const row = await db.selectFrom('profile').select(profileColumns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findTicket(
  db: Reads,
  from: 'ticket' | 'ticket_view',
  uid: string,
): Promise<TicketRow | null> {
  const row = await db.selectFrom(from).select(ticketColumns).where('uid', '=', uid).executeTakeFirst();
  return row ?? null;
}

interface PredictionContext {
  actor: Actor;
  now: number;
  otherFrom?: 'ticket' | 'ticket_view';
  isMadeEarlier?: boolean;
  isCarriedOut?: boolean;
}

/**
 * Runs a change against the ticket as given, with this console's clock and the signed-in user. A second ticket that it
 * concerns is read from the node's rows or from the whole picture.
 */
export async function predict(
  db: Reads,
  ticket: TicketRow | null,
  change: { name: string; version: number; args: Record<string, unknown> },
  { otherFrom = 'ticket_view', ...context }: PredictionContext,
): Promise<MutationResult> {
  const mutator = findMutator(change.name);
  const brought = upcast(change);
  const parsed = brought.kind === 'current' ? mutator?.args.safeParse(brought.args) : undefined;
  if (!mutator || !parsed?.success) return { kind: 'refused', refusal: { code: 'unknown_mutation' } };
  const args: TicketArgs = parsed.data;
  const assigneeId = mutator.assigneeIdOf?.(args) ?? null;
  const assignee = assigneeId === null ? null : await findProfile(db, assigneeId);
  const otherUid = mutator.otherUidOf?.(args) ?? null;
  const other = otherUid === null ? null : await findTicket(db, otherFrom, otherUid);
  return runMutation(mutator, { ticket, assignee, other }, args, {
    ...context,
    rules: consoleRules,
  });
}

type Marked = Pick<KeptMutation, 'marker_uid'>;

async function isIn(
  db: Reads,
  tables: readonly ('message' | 'activity' | 'message_overlay' | 'activity_overlay')[],
  { marker_uid }: Marked,
): Promise<boolean> {
  for (const table of tables) {
    const found = await db.selectFrom(table).select('uid').where('uid', '=', marker_uid).executeTakeFirst();
    if (found !== undefined) return true;
  }
  return false;
}

/** Whether the node has already sent the row that this change brings into being. */
export const hasArrived = (db: Reads, kept: Marked): Promise<boolean> =>
  isIn(db, ['message', 'activity'], kept);

/** Whether that row is in the picture, from the node or as a prediction. */
export const isShown = (db: Reads, kept: Marked): Promise<boolean> =>
  isIn(db, ['message_overlay', 'activity_overlay', 'message', 'activity'], kept);

/** Tickets per statement. */
const ticketsPerStatement = 500;

export const overlayTables = [
  'ticket_overlay',
  'message_overlay',
  'activity_overlay',
  'attachment_overlay',
] as const;

async function clearOverlays(tx: ReplicaTx, ticketUids: readonly string[]): Promise<void> {
  for (let from = 0; from < ticketUids.length; from += ticketsPerStatement) {
    const part = ticketUids.slice(from, from + ticketsPerStatement);
    await tx.deleteFrom('ticket_overlay').where('uid', 'in', part).execute();
    for (const table of ['message_overlay', 'activity_overlay', 'attachment_overlay'] as const) {
      await tx.deleteFrom(table).where('ticket_uid', 'in', part).execute();
    }
  }
}

/** A second ticket may have later changes of its own in the picture, or the node may lack earlier ones. */
async function predictKept(
  tx: ReplicaTx,
  ticket: TicketRow | null,
  mutation: KeptMutation,
  asked: { actor: Actor; now: number },
): Promise<MutationResult> {
  const context = { ...asked, isMadeEarlier: true, isCarriedOut: mutation.state === 'applied' };
  const onTruth = await predict(tx, ticket, mutation, { ...context, otherFrom: 'ticket' });
  return onTruth.kind === 'applied' ? onTruth : predict(tx, ticket, mutation, context);
}

/**
 * Makes the predictions of these tickets anew: their kept changes, in their order, on top of what the node sent. A
 * change that no longer fits is left out of the picture and stays in the outbox: the node decides about it.
 */
export async function rebuildOverlays(
  tx: ReplicaTx,
  ticketUids: readonly string[],
  kept: readonly KeptMutation[],
  actor: Actor,
): Promise<void> {
  await clearOverlays(tx, ticketUids);
  const keptByTicket = Map.groupBy(kept, (mutation) => mutation.ticket_uid);
  for (const [uid, own] of keptByTicket) await predictTicket(tx, uid, own, actor);
}

async function predictTicket(
  tx: ReplicaTx,
  ticketUid: string,
  kept: readonly KeptMutation[],
  actor: Actor,
): Promise<void> {
  let ticket = await findTicket(tx, 'ticket', ticketUid);
  const messages: MessageRow[] = [];
  const activities: ActivityRow[] = [];
  const attachments: AttachmentRecord[] = [];
  let isChanged = false;
  for (const mutation of kept) {
    if (await hasArrived(tx, mutation)) continue;
    const now = mutation.created_at;
    const result = await predictKept(tx, ticket, mutation, { actor, now });
    if (result.kind !== 'applied') continue;
    const { created, set = {} } = result.changes;
    const before: TicketRow | null = created ?? ticket;
    if (before === null) continue;
    ticket = { ...before, ...set, updated_at: Math.max(now, before.updated_at) };
    messages.push(...result.changes.messages);
    activities.push(...result.changes.activities);
    attachments.push(...(result.changes.attachments ?? []));
    isChanged = true;
  }
  if (!isChanged || ticket === null) return;
  await tx.insertInto('ticket_overlay').values(ticket).execute();
  if (messages.length > 0) await tx.insertInto('message_overlay').values(messages).execute();
  if (activities.length > 0) await tx.insertInto('activity_overlay').values(activities).execute();
  if (attachments.length > 0) await tx.insertInto('attachment_overlay').values(attachments).execute();
}
