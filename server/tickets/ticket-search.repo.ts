import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * The text as it may be spelled in the database, which folds the case of Latin letters alone: the same, all small, all
 * capital, and each word with a capital.
 */
function spellingsOf(text: string): string[] {
  const small = text.toLowerCase();
  const capitalized = small.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([text, small, text.toUpperCase(), capitalized])];
}

const escapePattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Part of the number, the subject, or the customer's name or Telegram name. */
export function matchesSearch(text: string): RawBuilder<SqlBool> {
  const spellings = spellingsOf(text).map((spelling) => `%${escapePattern(spelling)}%`);
  const isIn = (column: string): RawBuilder<SqlBool> =>
    sql`(${sql.join(
      spellings.map((pattern) => sql`${sql.ref(column)} LIKE ${pattern} ESCAPE '\\'`),
      sql` OR `,
    )})`;
  return sql<SqlBool>`(${isIn('ticket.number')} OR ${isIn('ticket.subject')} OR ${isIn('ticket.requester_name')}
    OR EXISTS (SELECT 1 FROM "user" AS searched WHERE searched.id = ticket.requester_id
      AND (${isIn('searched.full_name')} OR ${isIn('searched.telegram_username')})))`;
}

/** The operator's name as it was given, or the username of whoever works on the ticket. */
export function matchesOperator(name: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(lower(ticket.assigned_label) = lower(${name}) OR ticket.assignee_id =
    (SELECT named.id FROM "user" AS named WHERE lower(named.username) = lower(${name})))`;
}
