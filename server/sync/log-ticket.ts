import type { ActivityRow, MessageRow } from '#shared/model/ticket.ts';
import type { Op } from '#shared/protocol/sync.ts';
import type { StoredAttachment } from '../attachments/attachment.repo.ts';
import type { Tx } from '../database/handles.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { ChangeFeed } from './change-feed.ts';
import { appendToLog, type LogEntry } from './change-log.repo.ts';
import { changedTicket } from './changed-ticket.ts';
import { tokensOfTicket } from './visible-ops.ts';

/** The rows as they stand after a change, with the ids that the node gave them. */
export interface WrittenRows {
  ticket: StoredTicket;
  messages: (MessageRow & { id: number })[];
  activities: (ActivityRow & { id: number })[];
  attachments: StoredAttachment[];
}

const goneOf = ({ uid }: StoredTicket): Op => ({ op: 'gone', ent: 'ticket', uid });

/**
 * Logs every row of a change, and hands the rows to the feed once they are durable. `before` is null for a new ticket.
 * @returns the log's head
 */
export async function logTicket(
  tx: Tx,
  feed: ChangeFeed,
  before: StoredTicket | null,
  { ticket, messages, activities, attachments }: WrittenRows,
  now: number,
): Promise<number> {
  const shared = {
    ticketId: ticket.id,
    audienceId: ticket.audience_id,
    prevAudienceId: before?.audience_id ?? ticket.audience_id,
  };
  const entries: LogEntry[] = [
    { ent: 'ticket', rowId: ticket.id, ...shared },
    ...messages.map(({ id }) => ({ ent: 'message' as const, rowId: id, ...shared })),
    ...activities.map(({ id }) => ({ ent: 'activity' as const, rowId: id, ...shared })),
    ...attachments.map(({ id }) => ({ ent: 'attachment' as const, rowId: id, ...shared })),
  ];
  const seq = await appendToLog(tx, entries, now);
  const tokens = tokensOfTicket(ticket);
  const prevTokens = before === null ? tokens : tokensOfTicket(before);
  const ops: Op[] = [
    changedTicket(before, ticket),
    ...messages.map((row) => ({ op: 'put' as const, ent: 'message' as const, row })),
    ...activities.map((row) => ({ op: 'put' as const, ent: 'activity' as const, row })),
    ...attachments.map((row) => ({ op: 'put' as const, ent: 'attachment' as const, row })),
  ];
  tx.afterCommit(() => feed.publish({ seq, tokens, prevTokens, ops, gone: goneOf(ticket) }));
  return seq;
}

/** Logs that a ticket was taken away from everybody who could read it. */
export async function logRemoval(tx: Tx, feed: ChangeFeed, ticket: StoredTicket, now: number): Promise<void> {
  const { id, audience_id } = ticket;
  const entry = { ent: 'ticket', rowId: id, ticketId: id, audienceId: audience_id } as const;
  const seq = await appendToLog(tx, [{ ...entry, prevAudienceId: audience_id }], now);
  const prevTokens = tokensOfTicket(ticket);
  tx.afterCommit(() => feed.publish({ seq, tokens: [], prevTokens, ops: [], gone: goneOf(ticket) }));
}
