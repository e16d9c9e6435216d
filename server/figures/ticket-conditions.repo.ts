import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { TicketConditions } from '#shared/protocol/admin/figures.ts';
import { usedWithinDays } from '#shared/protocol/admin/macros.ts';
import { openStatuses } from '#shared/model/status.ts';

/** When it was resolved, or closed without that; spelled as its index is. */
export const endedAt = sql<number | null>`coalesce(ticket.resolved_at, ticket.closed_at)`;

const usedWithinMs = usedWithinDays * 86_400_000;

const neverMs = sql.raw(String(Number.MAX_SAFE_INTEGER));

/** Somebody answered, started or ended it by the time that was promised (shared/model/breach.ts). */
export const isResponseMet = sql<SqlBool>`(ticket.response_due_at is not null and (
  coalesce(ticket.first_responded_at, ${neverMs}) <= ticket.response_due_at
  or coalesce(ticket.started_at, ${neverMs}) <= ticket.response_due_at
  or coalesce(ticket.resolved_at, ${neverMs}) <= ticket.response_due_at
  or coalesce(ticket.closed_at, ${neverMs}) <= ticket.response_due_at))`;

export const isResolutionMet = sql<SqlBool>`(ticket.resolution_due_at is not null and (
  coalesce(ticket.resolved_at, ${neverMs}) <= ticket.resolution_due_at
  or coalesce(ticket.closed_at, ${neverMs}) <= ticket.resolution_due_at))`;

/** Met, missed, or neither yet at `now`; of tickets that were promised something. */
export const slaConditions = (now: number) => ({
  response: {
    met: isResponseMet,
    missed: sql<SqlBool>`(ticket.response_due_at < ${now} and not ${isResponseMet})`,
    pending: sql<SqlBool>`(ticket.response_due_at >= ${now} and not ${isResponseMet})`,
  },
  resolution: {
    met: isResolutionMet,
    missed: sql<SqlBool>`(ticket.resolution_due_at < ${now} and not ${isResolutionMet})`,
    pending: sql<SqlBool>`(ticket.resolution_due_at >= ${now} and not ${isResolutionMet})`,
  },
});

type Condition = RawBuilder<SqlBool>;

/** One of the wire's conditions as SQL on `ticket`; undefined asks for nothing. */
function conditionOf(
  { [0]: name, [1]: value }: [keyof TicketConditions, string | number],
  now: number,
): Condition {
  const { response, resolution } = slaConditions(now);
  switch (name) {
    case 'created_from':
      return sql`ticket.created_at >= ${value}`;
    case 'created_before':
      return sql`ticket.created_at < ${value}`;
    case 'ended_from':
      return sql`${endedAt} >= ${value}`;
    case 'ended_before':
      return sql`${endedAt} < ${value}`;
    case 'rated_from':
      return sql`ticket.id in (select ticket_id from feedback where created_at >= ${value})`;
    case 'rated_before':
      return sql`ticket.id in (select ticket_id from feedback where created_at < ${value})`;
    case 'rating':
      return sql`ticket.id in (select ticket_id from feedback where rating = ${value})`;
    case 'import_id':
      return sql`ticket.id in (select ticket_id from imported_ticket where import_id = ${value})`;
    case 'macro_id':
      return sql`ticket.id in (
        select ticket_id from item_use_ticket where item_id = ${value} and used_at >= ${now - usedWithinMs})`;
    case 'is_open':
      return sql`ticket.status in (${sql.join(openStatuses)})`;
    case 'assignee_id':
      return value === 0 ? sql`ticket.assignee_id is null` : sql`ticket.assignee_id = ${value}`;
    case 'category':
      return sql`ticket.category = ${value}`;
    case 'source':
      return sql`ticket.source = ${value}`;
    case 'priority':
      return sql`ticket.priority = ${value}`;
    case 'response':
      return value === 'answered'
        ? sql`ticket.first_responded_at is not null`
        : response[value as keyof typeof response];
    case 'resolution':
      return resolution[value as keyof typeof resolution];
    case 'response_ms_from':
      return sql`ticket.first_responded_at - ticket.created_at >= ${value}`;
    case 'resolution_ms_from':
      return sql`${endedAt} - ticket.created_at >= ${value}`;
  }
}

/** All of the conditions together, as SQL on `ticket`; deleted tickets are never meant. */
export function matchesConditions(conditions: TicketConditions, now: number): Condition {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined) as [
    keyof TicketConditions,
    string | number,
  ][];
  const all = [sql<SqlBool>`ticket.deleted_at is null`, ...given.map((each) => conditionOf(each, now))];
  return sql<SqlBool>`${sql.join(all, sql` and `)}`;
}
