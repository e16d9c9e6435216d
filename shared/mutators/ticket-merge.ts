import { z } from 'zod';
import { beforeMerge, columnsOfPrimary } from '../model/merge.ts';
import { isOpen, moveStatus } from '../model/status.ts';
import type { TicketRow } from '../model/ticket.ts';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator, type MutationResult, type MutatorContext } from './mutator.ts';

const argsSchema = z
  .strictObject({
    /** The secondary, which is closed. */
    ticket_uid: uidSchema,
    /** The primary, which goes on; its reader must be allowed to see it. */
    into_uid: uidSchema,
    activity_uid: uidSchema,
    /** Records that the secondary was closed. */
    status_activity_uid: uidSchema,
  })
  .refine(({ ticket_uid, into_uid }) => ticket_uid !== into_uid, 'A ticket cannot be merged into itself');
type MergeArgs = z.infer<typeof argsSchema>;

function merge(
  ticket: TicketRow,
  into: TicketRow | null,
  args: MergeArgs,
  context: MutatorContext,
): MutationResult {
  const { actor, now } = context;
  const merged = draftActivity(ticket.uid, context, {
    uid: args.activity_uid,
    kind: 'merged',
    to_value: args.into_uid,
    // As it was called at that time; null while only this console knows it.
    data: { into_id: into?.id ?? null, into_subject: into?.subject ?? null, updated_by: actor.username },
  });
  const { status, opened_at, started_at, resolved_at, closed_at } =
    isOpen(ticket.status) || ticket.status === 'resolved' || ticket.status === 'waiting_approval'
      ? moveStatus(ticket, 'closed', now)
      : ticket;
  const closed = draftActivity(ticket.uid, context, {
    uid: args.status_activity_uid,
    kind: 'status_updated',
    from_value: ticket.status,
    to_value: status,
    data: { updated_by: actor.username, resolution_notes: null },
  });
  const set = {
    merged_into_uid: args.into_uid,
    merged_from: JSON.stringify(beforeMerge(ticket)),
    ...(into === null ? {} : columnsOfPrimary(into)),
    status,
    opened_at,
    started_at,
    resolved_at,
    closed_at,
  };
  const activities = status === ticket.status ? [merged] : [merged, closed];
  return { kind: 'applied', changes: { set, messages: [], activities } };
}

/**
 * Merges a ticket into another one (shared/model/merge.ts). Refused as overtaken when either was merged elsewhere in
 * between, which also keeps merges free of circles.
 */
export const ticketMerge = defineMutator({
  name: 'ticket-merge',
  version: 1,
  action: 'merge',
  args: argsSchema,
  otherUidOf: ({ into_uid }) => into_uid,
  run: ({ ticket, other }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    if (ticket.merged_into_uid === args.into_uid) return { kind: 'unchanged' };
    const current = ticket.merged_into_uid ?? other?.merged_into_uid ?? null;
    if (context.isCarriedOut !== true && current !== null) {
      const refusal = { code: 'overtaken', field: 'merged_into_uid', base: null, current } as const;
      return { kind: 'refused', refusal };
    }
    return merge(ticket, other, args, context);
  },
});
