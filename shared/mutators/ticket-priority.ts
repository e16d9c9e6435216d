import { z } from 'zod';
import { priorities, responseDueAt } from '../model/priority.ts';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** Changes the priority; until the first response this moves its due time (contract, C10). The last writer wins. */
export const ticketPriority = defineMutator({
  name: 'ticket-priority',
  version: 1,
  action: 'priority',
  args: z.strictObject({ ticket_uid: uidSchema, activity_uid: uidSchema, priority: z.enum(priorities) }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    if (ticket.priority === args.priority) return { kind: 'unchanged' };
    const isDueMoving = ticket.first_responded_at === null && ticket.response_due_manual === 0;
    const due = isDueMoving ? { response_due_at: responseDueAt(args.priority, ticket.created_at) } : {};
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'priority_updated',
      from_value: ticket.priority,
      to_value: args.priority,
      data: { updated_by: context.actor.username },
    });
    const set = { priority: args.priority, ...due };
    return { kind: 'applied', changes: { set, messages: [], activities: [activity] } };
  },
});
