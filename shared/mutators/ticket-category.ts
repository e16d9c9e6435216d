import { z } from 'zod';
import { departments } from '../model/department.ts';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** Changes the category, which names the department; the assignee stays (admin-dashboard document). The last writer wins. */
export const ticketCategory = defineMutator({
  name: 'ticket-category',
  version: 1,
  action: 'category',
  args: z.strictObject({ ticket_uid: uidSchema, activity_uid: uidSchema, category: z.enum(departments) }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    if (ticket.category === args.category) return { kind: 'unchanged' };
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'category_updated',
      from_value: ticket.category,
      to_value: args.category,
      data: { updated_by: context.actor.username },
    });
    return {
      kind: 'applied',
      changes: { set: { category: args.category }, messages: [], activities: [activity] },
    };
  },
});
