import type { TicketRow } from '#shared/model/ticket.ts';

/** The ticket's tags, each once; none when the column does not hold a list. */
export function tagsOf({ tags }: Pick<TicketRow, 'tags'>): string[] {
  try {
    const parsed: unknown = JSON.parse(tags);
    if (!Array.isArray(parsed)) return [];
    return [...new Set(parsed.filter((tag): tag is string => typeof tag === 'string'))];
  } catch {
    return [];
  }
}
