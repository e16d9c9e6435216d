import { priorities } from '#shared/model/priority.ts';
import { isItCategory, itCategories } from '../../categorizer/category.ts';
import { toUtcDate, toUtcDateOrNull } from '../../http/utc-date.ts';
import type { TicketOverview, TicketTally } from '../../tickets/ticket-overview.repo.ts';
import { itStatuses, shownStatus } from './rules.ts';

export const presentTicket = (ticket: TicketOverview) => ({
  id: ticket.id,
  title: ticket.subject,
  description: ticket.description,
  priority: ticket.priority,
  status: shownStatus[ticket.status],
  category: isItCategory(ticket.category_it) ? ticket.category_it : ('other' as const),
  created_by: ticket.requester_id ?? ticket.author_id,
  assigned_to: ticket.assignee_id,
  auto_categorized: ticket.auto_categorized === 1,
  confidence_score: ticket.confidence_score,
  created_at: toUtcDate(ticket.created_at),
  updated_at: toUtcDate(ticket.updated_at),
  resolved_at: toUtcDateOrNull(ticket.resolved_at),
});

const hourMs = 3_600_000;

/** Counts by what is shown, so that each of them adds up to the total (contract, C29). */
export function presentSummary(tally: readonly TicketTally[]) {
  const count = <Word extends string>(words: readonly Word[], wordOf: (row: TicketTally) => Word) =>
    Object.fromEntries(
      words.map((word) => [
        word,
        sum(
          tally.filter((row) => wordOf(row) === word),
          (row) => row.tickets,
        ),
      ]),
    ) as Record<Word, number>;
  const resolved = sum(tally, (row) => row.resolved);
  const resolutionMs = sum(tally, (row) => row.resolution_ms ?? 0);
  return {
    status_counts: count(itStatuses, (row) => shownStatus[row.status]),
    priority_counts: count(priorities, (row) => row.priority),
    category_counts: count(itCategories, (row) =>
      isItCategory(row.category_it) ? row.category_it : 'other',
    ),
    total_tickets: sum(tally, (row) => row.tickets),
    avg_resolution_time_hours:
      resolved === 0 ? 0 : Math.round((resolutionMs / resolved / hourMs) * 100) / 100,
  };
}

const sum = <Item>(items: readonly Item[], valueOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + valueOf(item), 0);
