import { z } from 'zod';
import { departments } from './department.ts';
import { statuses } from './status.ts';
import type { TicketRow } from './ticket.ts';

/**
 * Merging links a ticket (the secondary) to another one (the primary) and moves nothing: its messages stay its own, and
 * the console shows both as one conversation. While linked, it is closed and belongs to whoever has the primary.
 */
type PrimaryColumns = Pick<TicketRow, 'category' | 'assignee_id' | 'assignee_ids' | 'assigned_at'>;

/**
 * What a secondary takes from its primary, so that the same people may read both. The category counts only while nobody
 * has the primary: then its department's queue reads it.
 */
export function columnsOfPrimary(primary: PrimaryColumns): Partial<PrimaryColumns> {
  const { category, assignee_id, assignee_ids, assigned_at } = primary;
  const owned = { assignee_id, assignee_ids, assigned_at };
  return assignee_ids === '[]' ? { ...owned, category } : owned;
}

const time = z.int().nullable();

/** What `merged_from` holds as JSON: the secondary's columns as they were, for taking the merge back. */
export const beforeMergeSchema = z.strictObject({
  status: z.enum(statuses),
  opened_at: time,
  started_at: time,
  resolved_at: time,
  closed_at: time,
  category: z.enum(departments),
  assignee_id: z.int().nullable(),
  assignee_ids: z.string(),
  assigned_at: time,
});
export type BeforeMerge = z.infer<typeof beforeMergeSchema>;

export function beforeMerge(ticket: BeforeMerge): BeforeMerge {
  const { status, opened_at, started_at, resolved_at, closed_at } = ticket;
  const { category, assignee_id, assignee_ids, assigned_at } = ticket;
  return {
    status,
    opened_at,
    started_at,
    resolved_at,
    closed_at,
    category,
    assignee_id,
    assignee_ids,
    assigned_at,
  };
}
