import type { Delivery, OutboxItem } from '../protocol/kept-change.ts';
import { textOf, type KeptMutation } from './kept-mutations.ts';
import type { Outbox } from './outbox.ts';
import { findTicket } from './overlay.ts';
import type { ReplicaDb } from './tables.ts';
import { canTakeBack } from './take-back.ts';

export interface OutboxItemsDeps {
  db: ReplicaDb;
  outbox: Outbox;
}

/** Enough to see that the last hour's work has arrived. */
const doneShown = 30;

/** How far a kept change has come. `sentUpTo`: the last number that is on its way to the node, 0 when none is. */
export function deliveryOf(kept: Pick<KeptMutation, 'state' | 'mid'>, sentUpTo: number): Delivery {
  if (kept.state === 'refused') return 'needs_you';
  if (kept.state === 'confirmed') return 'delivered';
  return kept.state === 'applied' || kept.mid <= sentUpTo ? 'sent' : 'queued';
}

const fileNameOf = (args: Record<string, unknown>): string | null =>
  typeof args['file_name'] === 'string' ? args['file_name'] : null;

/** What a change of a property sets it to, as text. */
function targetOf(args: Record<string, unknown>): string | null {
  const target = args['to'] ?? args['priority'] ?? args['category'] ?? args['assignee_id'];
  return typeof target === 'string' || typeof target === 'number' ? String(target) : null;
}

type ItemTicket = Pick<OutboxItem, 'ticket_uid' | 'ticket_id' | 'ticket_subject'>;

async function describeTicket(db: ReplicaDb, ticketUid: string): Promise<ItemTicket> {
  const ticket = await findTicket(db, 'ticket_view', ticketUid);
  return { ticket_uid: ticketUid, ticket_id: ticket?.id ?? null, ticket_subject: ticket?.subject ?? null };
}

function toItems(db: ReplicaDb, kept: readonly KeptMutation[], sentUpTo: number): Promise<OutboxItem[]> {
  return Promise.all(
    kept.map(async (mutation): Promise<OutboxItem> => {
      const { id, name, args, created_at } = mutation;
      return {
        ...(await describeTicket(db, mutation.ticket_uid)),
        id,
        name,
        text: textOf(args) ?? fileNameOf(args),
        to_value: targetOf(args),
        delivery: deliveryOf(mutation, sentUpTo),
        created_at,
        can_take_back: canTakeBack(mutation, kept),
        file_uid: name === 'ticket-attach' ? String(args['attachment_uid']) : null,
      };
    }),
  );
}

/** Files that are still to be sent. Those of a refused message go with that. */
async function listFiles(
  { db, outbox }: OutboxItemsDeps,
  refusedMarkers: ReadonlySet<string>,
): Promise<OutboxItem[]> {
  const unsent = await outbox.listFiles(['waiting', 'failed']);
  const files = unsent.filter((file) => !refusedMarkers.has(file.on_message_uid ?? ''));
  return Promise.all(
    files.map(async (file): Promise<OutboxItem> => ({
      ...(await describeTicket(db, file.ticket_uid)),
      id: -file.number,
      name: 'ticket-attach',
      text: file.file_name,
      to_value: null,
      delivery: file.state === 'failed' ? 'needs_you' : 'queued',
      created_at: file.created_at,
      can_take_back: true,
      file_uid: file.uid,
    })),
  );
}

/** What needs its author, then what has not been decided, as the outbox panel shows it. */
export async function listOutbox(deps: OutboxItemsDeps, sentUpTo: number): Promise<OutboxItem[]> {
  const { db, outbox } = deps;
  const refused = await outbox.listRefused();
  const changes = await toItems(db, [...refused, ...(await outbox.listPredicted())], sentUpTo);
  const files = await listFiles(deps, new Set(refused.map((kept) => kept.marker_uid)));
  return [...changes, ...files];
}

/** The newest of what the node has done, the last one first. */
export async function listDone({ db, outbox }: OutboxItemsDeps): Promise<OutboxItem[]> {
  return toItems(db, await outbox.listDone(doneShown), 0);
}
