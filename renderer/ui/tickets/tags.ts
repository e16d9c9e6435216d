import type { TicketRow } from '#shared/model/ticket.ts';

/** The tags of a ticket, in the order in which they were given. */
export function tagsOf({ tags }: Pick<TicketRow, 'tags'>): string[] {
  return JSON.parse(tags) as string[];
}

export function followersOf({ follower_ids }: Pick<TicketRow, 'follower_ids'>): number[] {
  return JSON.parse(follower_ids) as number[];
}
