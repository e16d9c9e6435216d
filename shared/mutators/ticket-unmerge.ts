import { z } from 'zod';
import { beforeMergeSchema } from '../model/merge.ts';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** Takes a merge back: the ticket has its former status, assignees and category again. */
export const ticketUnmerge = defineMutator({
  name: 'ticket-unmerge',
  version: 1,
  action: 'merge',
  args: z.strictObject({ ticket_uid: uidSchema, activity_uid: uidSchema, status_activity_uid: uidSchema }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    if (ticket.merged_into_uid === null) return { kind: 'unchanged' };
    const before = beforeMergeSchema.parse(JSON.parse(ticket.merged_from ?? 'null'));
    const unmerged = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'unmerged',
      from_value: ticket.merged_into_uid,
      data: { updated_by: context.actor.username },
    });
    const reopened = draftActivity(ticket.uid, context, {
      uid: args.status_activity_uid,
      kind: 'status_updated',
      from_value: ticket.status,
      to_value: before.status,
      data: { updated_by: context.actor.username, resolution_notes: null },
    });
    const set = { ...before, merged_into_uid: null, merged_from: null };
    const activities = ticket.status === before.status ? [unmerged] : [unmerged, reopened];
    return { kind: 'applied', changes: { set, messages: [], activities } };
  },
});
