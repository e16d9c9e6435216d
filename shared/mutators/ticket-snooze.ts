import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/**
 * Hides a ticket from the whole team's views until a time (ms UTC), or shows it again (null). Nothing is written when
 * the time comes; a customer's message ends it early. The last writer wins.
 */
export const ticketSnooze = defineMutator({
  name: 'ticket-snooze',
  version: 1,
  action: 'snooze',
  args: z.strictObject({
    ticket_uid: uidSchema,
    activity_uid: uidSchema,
    until: z.int().positive().nullable(),
  }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    if (ticket.snoozed_until === args.until) return { kind: 'unchanged' };
    const textOf = (until: number | null): string | null => (until === null ? null : String(until));
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: args.until === null ? 'unsnoozed' : 'snoozed',
      from_value: textOf(ticket.snoozed_until),
      to_value: textOf(args.until),
      data: { updated_by: context.actor.username },
    });
    const set = { snoozed_until: args.until };
    return { kind: 'applied', changes: { set, messages: [], activities: [activity] } };
  },
});
