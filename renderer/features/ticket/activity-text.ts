import { departments, type Department } from '#shared/model/department.ts';
import { priorities, type Priority } from '#shared/model/priority.ts';
import { statuses, type Status } from '#shared/model/status.ts';
import type { ActivityRow } from '#shared/model/ticket.ts';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';

type NameOf = (id: number) => string;

function wordOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
  value: string | null,
): string {
  const known = values.find((candidate) => candidate === value);
  return known === undefined ? (value ?? 'nothing') : words[known];
}

function personOf(value: string | null, nameOf: NameOf): string {
  const id = Number(value);
  return value !== null && Number.isInteger(id) ? nameOf(id) : 'somebody';
}

function assignedText(activity: ActivityRow, nameOf: NameOf): string {
  if (activity.actor_id !== null && activity.to_value === String(activity.actor_id)) return 'took the ticket';
  return `assigned the ticket to ${personOf(activity.to_value, nameOf)}`;
}

/** What somebody did, to follow their name: `set the status to Resolved`. */
export function activityText(activity: ActivityRow, nameOf: NameOf): string {
  const { from_value: from, to_value: to } = activity;
  switch (activity.kind) {
    case 'created':
      return 'opened the ticket';
    case 'assigned':
      return assignedText(activity, nameOf);
    case 'reassigned':
      return `handed the ticket from ${personOf(from, nameOf)} to ${personOf(to, nameOf)}`;
    case 'unassigned':
      return `took the ticket off ${personOf(from, nameOf)}`;
    case 'status_updated':
      return `set the status to ${wordOf<Status>(statuses, statusWord, to)}`;
    case 'priority_updated':
      return `set the priority to ${wordOf<Priority>(priorities, priorityWord, to)}`;
    case 'category_updated':
      return `moved the ticket to ${wordOf<Department>(departments, categoryWord, to)}`;
    case 'note_added':
      return 'added a note';
  }
}

/** Who did it; the node itself when nobody did. */
export function activityActor(activity: ActivityRow): string {
  return activity.actor_name ?? 'Waypost';
}
