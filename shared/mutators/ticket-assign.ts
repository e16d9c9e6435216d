import { z } from 'zod';
import { moveStatus } from '../model/status.ts';
import type { TicketRow } from '../model/ticket.ts';
import { uidSchema } from '../model/uid.ts';
import type { ProfileRow } from '../model/user.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator, type MutationResult, type MutatorContext } from './mutator.ts';

const argsSchema = z.strictObject({
  ticket_uid: uidSchema,
  activity_uid: uidSchema,
  /** Records the move to "in progress" where assigning starts work. */
  status_activity_uid: uidSchema,
  assignee_id: z.int().positive().nullable(),
  /** The assignee that the author saw; left out by callers that cannot know it. */
  base: z.int().positive().nullable().optional(),
  reason: z.string().max(1000).optional(),
});

type AssignArgs = z.infer<typeof argsSchema>;

/** The list after the primary changed: the former primary leaves, further assignees stay (mapping, section 9). */
function assigneesAfter(ticket: TicketRow, assigneeId: number | null): number[] {
  const others = (JSON.parse(ticket.assignee_ids) as number[]).filter(
    (id) => id !== ticket.assignee_id && id !== assigneeId,
  );
  return assigneeId === null ? others : [assigneeId, ...others];
}

function assign(
  ticket: TicketRow,
  assignee: ProfileRow | null,
  args: AssignArgs,
  context: MutatorContext,
): MutationResult {
  const { actor, now, rules } = context;
  const assigneeIds = assigneesAfter(ticket, args.assignee_id);
  const isReassigned = ticket.assignee_id !== null && args.assignee_id !== null;
  const activity = draftActivity(ticket.uid, context, {
    uid: args.activity_uid,
    kind: args.assignee_id === null ? 'unassigned' : isReassigned ? 'reassigned' : 'assigned',
    from_value: ticket.assignee_id === null ? null : String(ticket.assignee_id),
    to_value: args.assignee_id === null ? null : String(args.assignee_id),
    data: {
      // As they were at that time: the record must not change with them.
      assignee_name: assignee?.full_name ?? null,
      assignee_username: assignee?.username ?? null,
      assignee_department: assignee?.department ?? null,
      assigned_by: actor.username,
      auto_assigned: false,
      method: 'manual',
      reason: args.reason ?? null,
    },
  });
  const set = {
    assignee_id: assigneeIds[0] ?? null,
    assignee_ids: JSON.stringify(assigneeIds),
    assigned_at: assigneeIds.length === 0 ? null : now,
    auto_assigned: 0,
    reassignment_count: ticket.reassignment_count + (isReassigned ? 1 : 0),
  };
  const isStarting =
    rules.assigningStartsWork &&
    args.assignee_id !== null &&
    (ticket.status === 'new' || ticket.status === 'opened');
  if (!isStarting) return { kind: 'applied', changes: { set, messages: [], activities: [activity] } };

  const started = draftActivity(ticket.uid, context, {
    uid: args.status_activity_uid,
    kind: 'status_updated',
    from_value: ticket.status,
    to_value: 'in_progress',
    data: { updated_by: actor.username, resolution_notes: null },
  });
  const { status, opened_at, started_at } = moveStatus(ticket, 'in_progress', now);
  return {
    kind: 'applied',
    changes: {
      set: { ...set, status, opened_at, started_at },
      messages: [],
      activities: [activity, started],
    },
  };
}

/** Makes a user the primary assignee, or nobody. With `base`, it is refused if somebody else assigned it in between. */
export const ticketAssign = defineMutator({
  name: 'ticket-assign',
  version: 1,
  action: 'assign',
  args: argsSchema,
  assigneeIdOf: (args) => args.assignee_id,
  run: ({ ticket, assignee }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    if (args.assignee_id !== null) {
      if (assignee === null || !context.rules.assigneeRoles.includes(assignee.role)) {
        return { kind: 'refused', refusal: { code: 'assignee_not_found', assignee_id: args.assignee_id } };
      }
      if (assignee.is_active === 0) {
        const { id: assignee_id, username } = assignee;
        return { kind: 'refused', refusal: { code: 'assignee_inactive', assignee_id, username } };
      }
    }
    if (ticket.assignee_id === args.assignee_id) return { kind: 'unchanged' };
    const isDecided = context.isCarriedOut === true;
    if (!isDecided && args.base !== undefined && args.base !== ticket.assignee_id) {
      const { assignee_id: current } = ticket;
      return {
        kind: 'refused',
        refusal: { code: 'overtaken', field: 'assignee_id', base: args.base, current },
      };
    }
    return assign(ticket, args.assignee_id === null ? null : assignee, args, context);
  },
});
