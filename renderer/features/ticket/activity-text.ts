import { departments, type Department } from '#shared/model/department.ts';
import { priorities, type Priority } from '#shared/model/priority.ts';
import { statuses, type Status } from '#shared/model/status.ts';
import type { ActivityRow } from '#shared/model/ticket.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import { categoryWord, priorityWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';

type NameOf = (id: number) => string;

function wordOf<Value extends string>(
  values: readonly Value[],
  wordFor: (value: Value) => string,
  value: string | null,
): string {
  const known = values.find((candidate) => candidate === value);
  return known === undefined ? (value ?? words('ticket:nothing')) : wordFor(known);
}

function personOf(value: string | null, nameOf: NameOf): string {
  const id = Number(value);
  return value !== null && Number.isInteger(id) ? nameOf(id) : words('ticket:somebody');
}

function assignedText(activity: ActivityRow, nameOf: NameOf): string {
  if (activity.actor_id !== null && activity.to_value === String(activity.actor_id))
    return words('ticket:did.took');
  return words('ticket:did.assigned', { name: personOf(activity.to_value, nameOf) });
}

function tagsText({ data }: ActivityRow): string {
  const { added, removed } = JSON.parse(data) as { added: string[]; removed: string[] };
  const parts = [
    ...(added.length === 0 ? [] : [words('ticket:did.tagged', { tags: added.join(', ') })]),
    ...(removed.length === 0 ? [] : [words('ticket:did.untagged', { tags: removed.join(', ') })]),
  ];
  return parts.join(', ');
}

function mergedText({ data }: ActivityRow): string {
  const { into_id, into_subject } = JSON.parse(data) as {
    into_id: number | null;
    into_subject: string | null;
  };
  return words('ticket:did.merged', { number: ticketNumber(into_id), subject: into_subject ?? '' });
}

/** What somebody did, to follow their name: `set the status to Resolved`. */
export function activityText(activity: ActivityRow, nameOf: NameOf): string {
  const { from_value: from, to_value: to } = activity;
  switch (activity.kind) {
    case 'created':
      return words('ticket:did.created');
    case 'assigned':
      return assignedText(activity, nameOf);
    case 'reassigned':
      return words('ticket:did.reassigned', { from: personOf(from, nameOf), to: personOf(to, nameOf) });
    case 'unassigned':
      return words('ticket:did.unassigned', { name: personOf(from, nameOf) });
    case 'status_updated':
      return words('ticket:did.status', { to: wordOf<Status>(statuses, statusWord, to) });
    case 'priority_updated':
      return words('ticket:did.priority', { to: wordOf<Priority>(priorities, priorityWord, to) });
    case 'category_updated':
      return words('ticket:did.category', { to: wordOf<Department>(departments, categoryWord, to) });
    case 'note_added':
      return words('ticket:did.note');
    case 'tags_updated':
      return tagsText(activity);
    case 'snoozed':
      return words('ticket:did.snoozed', { until: exactTime(Number(to)) });
    case 'unsnoozed':
      return words('ticket:did.unsnoozed');
    case 'followed':
      return words('ticket:did.followed');
    case 'unfollowed':
      return words('ticket:did.unfollowed');
    case 'merged':
      return mergedText(activity);
    case 'file_added':
      return words('ticket:did.file', { name: to ?? '' });
    case 'unmerged':
      return words('ticket:did.unmerged');
  }
}

/** Who did it; the node itself when nobody did. */
export function activityActor(activity: ActivityRow): string {
  return activity.actor_name ?? 'Waypost';
}
