import type { Department } from '#shared/model/department.ts';
import type { Status } from '#shared/model/status.ts';
import type { HistoryEntry } from '../../tickets/ticket-history.repo.ts';
import { toV1Date } from './dates.ts';
import { shownStatus } from './rules.ts';

type Metadata = Record<string, string | number | boolean | null>;

/** What the mutators store with an activity; which keys are there depends on its kind. */
interface ActivityData {
  assignee_name?: string | null;
  assignee_username?: string | null;
  assignee_department?: Department | null;
  auto_assigned?: boolean;
  method?: string;
  assigned_by?: string | null;
  reason?: string | null;
  updated_by?: string | null;
  resolution_notes?: string | null;
  added_by?: string;
  added_by_role?: string;
}

interface Told {
  activity_type: string;
  description: string;
  metadata: Metadata;
}

function tellAssignment(entry: HistoryEntry, data: ActivityData, kind: 'assigned' | 'reassigned'): Told {
  const department = data.assignee_department ?? null;
  const inDepartment = department === null ? '' : ` (${department})`;
  const isAuto = data.auto_assigned === true;
  const metadata: Metadata = {
    agent_id: Number(entry.to_value),
    agent_username: data.assignee_username ?? null,
    agent_department: department,
    auto_assigned: isAuto,
    method: data.method ?? 'manual',
  };
  if (!isAuto) {
    metadata['assigned_by'] = data.assigned_by ?? null;
    metadata['reason'] = data.reason ?? null;
  }
  if (kind === 'reassigned') metadata['previous_agent_id'] = Number(entry.from_value);
  return {
    activity_type: kind,
    description: `Ticket ${kind} to ${data.assignee_name ?? ''}${inDepartment}`,
    metadata,
  };
}

/** Null when nothing changed in this surface's words. */
function tellStatus(entry: HistoryEntry, data: ActivityData): Told | null {
  const old_status = shownStatus[entry.from_value as Status];
  const new_status = shownStatus[entry.to_value as Status];
  if (old_status === new_status) return null;
  const { updated_by = null, resolution_notes = null } = data;
  return {
    activity_type: 'status_updated',
    description: `Status changed from '${old_status}' to '${new_status}'`,
    metadata: { old_status, new_status, updated_by, resolution_notes },
  };
}

function tellCategory(entry: HistoryEntry, { updated_by = null }: ActivityData): Told {
  const { from_value: old_category, to_value: new_category } = entry;
  return {
    activity_type: 'category_updated',
    description: `Category changed from '${old_category ?? ''}' to '${new_category ?? ''}'`,
    metadata: { old_category, new_category, updated_by },
  };
}

/** The activity in the document's words; null for the kinds that it does not know (mapping, section 11). */
function tell(entry: HistoryEntry): Told | null {
  const data = JSON.parse(entry.data) as ActivityData;
  switch (entry.kind) {
    case 'assigned':
    case 'reassigned':
      return tellAssignment(entry, data, entry.kind);
    case 'status_updated':
      return tellStatus(entry, data);
    case 'category_updated':
      return tellCategory(entry, data);
    case 'note_added': {
      const { added_by = '', added_by_role = '' } = data;
      return {
        activity_type: entry.kind,
        description: entry.note_text ?? '',
        metadata: { added_by, added_by_role },
      };
    }
    case 'created':
    case 'unassigned':
    case 'priority_updated':
    case 'tags_updated':
    case 'snoozed':
    case 'unsnoozed':
    case 'followed':
    case 'unfollowed':
    case 'merged':
    case 'unmerged':
    case 'file_added':
      return null;
  }
}

/** As a ticket's detail lists it: with the id of whoever acted. */
export function presentDetailActivity(entry: HistoryEntry) {
  const told = tell(entry);
  if (told === null) return null;
  const { activity_type, description, metadata } = told;
  const created_at = toV1Date(entry.created_at);
  return { id: entry.id, activity_type, description, admin_user_id: entry.actor_id, metadata, created_at };
}

/** As the activity log lists it: with whoever acted. */
export function presentLoggedActivity(entry: HistoryEntry) {
  const told = tell(entry);
  if (told === null) return null;
  const { actor_id: id, actor_username: username, actor_full_name: full_name, actor_role: role } = entry;
  const isKnown = id !== null && username !== null && full_name !== null && role !== null;
  return {
    id: entry.id,
    ...told,
    created_at: toV1Date(entry.created_at),
    admin_user: isKnown ? { id, username, full_name, role } : null,
  };
}
