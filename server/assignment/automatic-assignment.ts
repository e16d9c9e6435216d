import type { ActivityRow, TicketRow } from '#shared/model/ticket.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { Explanation } from './explain-choice.ts';

/**
 * What happens to a ticket that is given to an agent by itself. The system acts, and the status stays
 * (admin-dashboard document, "Get Ticket Activity Log").
 */
export function automaticAssignment(
  ticket: TicketRow,
  agent: ProfileRow,
  { uid, now, explanation }: { uid: string; now: number; explanation: Explanation },
): TicketChanges {
  const activity: ActivityRow = {
    uid,
    id: null,
    ver: 1,
    ticket_uid: ticket.uid,
    actor_id: null,
    actor_name: null,
    kind: 'assigned',
    from_value: null,
    to_value: String(agent.id),
    message_uid: null,
    data: JSON.stringify({
      assignee_name: agent.full_name,
      assignee_username: agent.username,
      assignee_department: agent.department,
      assigned_by: null,
      auto_assigned: true,
      method: 'auto',
      reason: null,
      explanation,
    }),
    created_at: now,
  };
  const set = {
    assignee_id: agent.id,
    assignee_ids: JSON.stringify([agent.id]),
    assigned_at: now,
    auto_assigned: 1,
  };
  return { set, messages: [], activities: [activity] };
}
