import { columnsOfPrimary } from '#shared/model/merge.ts';
import type { MessageRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { Db } from '../database/handles.ts';
import { afterCustomerMessage } from './customer-message.ts';
import { findTicketByUid, listMergedInto, type StoredTicket } from './ticket.repo.ts';

/** A change that follows from another ticket's. */
export interface LinkedChange {
  ticket: StoredTicket;
  changes: TicketChanges;
}

/**
 * What a change of one ticket means for those it is merged with (shared/model/merge.ts): secondaries follow the
 * primary's assignees, and what a customer writes to a secondary wakes the primary, whose readers answer it.
 */
export async function listLinkedChanges(
  db: Db,
  before: StoredTicket | null,
  { ticket, messages }: { ticket: StoredTicket; messages: readonly MessageRow[] },
  { now, mintUid }: { now: number; mintUid: UidFactory },
): Promise<LinkedChange[]> {
  if (before === null) return [];
  const hasMoved = before.assignee_ids !== ticket.assignee_ids || before.category !== ticket.category;
  const secondaries = hasMoved ? await listMergedInto(db, ticket.uid) : [];
  const linked = secondaries
    .filter((secondary) => !follows(secondary, ticket))
    .map((secondary) => ({
      ticket: secondary,
      changes: { set: columnsOfPrimary(ticket), messages: [], activities: [] },
    }));
  const asked = messages.findLast((message) => message.sender_type === 'user');
  const primary = asked === undefined ? null : await findPrimary(db, ticket);
  if (asked === undefined || primary === null) return linked;
  const { set, activities } = afterCustomerMessage(primary, asked, mintUid(), now);
  return [...linked, { ticket: primary, changes: { set, messages: [], activities } }];
}

const follows = (secondary: StoredTicket, primary: StoredTicket): boolean =>
  secondary.assignee_ids === primary.assignee_ids &&
  (primary.assignee_ids !== '[]' || secondary.category === primary.category);

/** The ticket at the end of the chain; null for one that is not merged. */
export async function findPrimary(db: Db, ticket: StoredTicket): Promise<StoredTicket | null> {
  let primary: StoredTicket | null = null;
  for (let uid = ticket.merged_into_uid; uid !== null; uid = primary?.merged_into_uid ?? null) {
    primary = await findTicketByUid(db, uid);
  }
  return primary;
}
