import type { TicketRow } from '#shared/model/ticket.ts';

/** The values of a column that holds a JSON list, each once; none when it does not hold one. */
function listOf<Value>(text: string, isValue: (value: unknown) => value is Value): Value[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? [...new Set((parsed as unknown[]).filter(isValue))] : [];
  } catch {
    return [];
  }
}

/** The tags of a ticket, in the order in which they were given. */
export function tagsOf({ tags }: Pick<TicketRow, 'tags'>): string[] {
  return listOf(tags, (tag) => typeof tag === 'string');
}

export function followersOf({ follower_ids }: Pick<TicketRow, 'follower_ids'>): number[] {
  return listOf(follower_ids, (id) => typeof id === 'number');
}

/** `refund, money ,,` → two tags, each once. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
