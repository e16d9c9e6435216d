import type { TicketRow } from '#shared/model/ticket.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import { draftActivity } from '#shared/mutators/draft-rows.ts';
import type { MutatorContext, TicketChanges } from '#shared/mutators/mutator.ts';

/**
 * The rows after the list of assignees became this one, the primary first (mapping, section 9). Only a change of the
 * primary is an activity and counts as reassignment; the list itself is on the ticket. The status stays.
 */
export function assignSeveral(
  ticket: TicketRow,
  assignees: readonly [ProfileRow, ...ProfileRow[]],
  activityUid: string,
  context: MutatorContext,
): TicketChanges {
  const [primary] = assignees;
  const assigneeIds = assignees.map(({ id }) => id);
  const isMoved = ticket.assignee_id !== primary.id;
  const isReassigned = isMoved && ticket.assignee_id !== null;
  const activity = draftActivity(ticket.uid, context, {
    uid: activityUid,
    kind: isReassigned ? 'reassigned' : 'assigned',
    from_value: ticket.assignee_id === null ? null : String(ticket.assignee_id),
    to_value: String(primary.id),
    data: {
      assignee_name: primary.full_name,
      assignee_username: primary.username,
      assignee_department: primary.department,
      assigned_by: context.actor.username,
      auto_assigned: false,
      method: 'manual',
      reason: null,
    },
  });
  const set = {
    assignee_id: primary.id,
    assignee_ids: JSON.stringify(assigneeIds),
    assigned_at: context.now,
    auto_assigned: 0,
    reassignment_count: ticket.reassignment_count + (isReassigned ? 1 : 0),
  };
  return { set, messages: [], activities: isMoved ? [activity] : [] };
}
