import { z } from 'zod';
import { moveStatus, statuses } from '../model/status.ts';
import { uidSchema } from '../model/uid.ts';
import { draftActivity, maxTextLength } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** Moves a ticket to another status. With `base`, it is refused if somebody else moved the ticket in between. */
export const ticketStatus = defineMutator({
  name: 'ticket-status',
  version: 1,
  action: 'status',
  args: z.strictObject({
    ticket_uid: uidSchema,
    activity_uid: uidSchema,
    to: z.enum(statuses),
    base: z.enum(statuses).optional(),
    resolution_notes: z.string().max(maxTextLength).optional(),
  }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    const { status: from } = ticket;
    const { to } = args;
    if (args.base !== undefined && from === to) return { kind: 'unchanged' };
    const isDecided = context.isCarriedOut === true;
    if (!isDecided && args.base !== undefined && args.base !== from) {
      const refusal = { code: 'overtaken', field: 'status', base: args.base, current: from } as const;
      return { kind: 'refused', refusal };
    }
    if (!isDecided && !context.rules.transitions[from].includes(to)) {
      return { kind: 'refused', refusal: { code: 'invalid_transition', from, to } };
    }
    const moved = moveStatus(ticket, to, context.now);
    const times = {
      status: moved.status,
      opened_at: moved.opened_at,
      started_at: moved.started_at,
      resolved_at: moved.resolved_at,
      closed_at: moved.closed_at,
    };
    const notes = args.resolution_notes === undefined ? {} : { resolution_notes: args.resolution_notes };
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'status_updated',
      from_value: from,
      to_value: moved.status,
      data: { updated_by: context.actor.username, resolution_notes: args.resolution_notes ?? null },
    });
    return {
      kind: 'applied',
      changes: { set: { ...times, ...notes }, messages: [], activities: [activity] },
    };
  },
});
