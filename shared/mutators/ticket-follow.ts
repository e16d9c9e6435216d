import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** Its author wants to hear of the ticket, or no longer does. Two authors never overtake each other. */
export const ticketFollow = defineMutator({
  name: 'ticket-follow',
  version: 1,
  action: 'follow',
  args: z.strictObject({ ticket_uid: uidSchema, activity_uid: uidSchema, is_following: z.boolean() }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    const { id } = context.actor;
    const followers = JSON.parse(ticket.follower_ids) as number[];
    if (followers.includes(id) === args.is_following) return { kind: 'unchanged' };
    const after = args.is_following ? [...followers, id] : followers.filter((follower) => follower !== id);
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: args.is_following ? 'followed' : 'unfollowed',
    });
    const set = { follower_ids: JSON.stringify(after) };
    return { kind: 'applied', changes: { set, messages: [], activities: [activity] } };
  },
});
