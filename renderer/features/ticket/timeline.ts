import type { ActivityRow, MessageRow } from '#shared/model/ticket.ts';
import type { Delivery, TicketDetail } from '#shared/protocol/ipc.ts';
import { isSameDay } from '../../ui/time.ts';

export type TimelineEntry =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'message'; key: string; message: MessageRow; delivery: Delivery; isFollowUp: boolean }
  | { kind: 'activity'; key: string; activity: ActivityRow };

type Dated = Exclude<TimelineEntry, { kind: 'day' }>;

/** Messages of one author this close together share a heading. */
const followUpMs = 5 * 60_000;

function timeOf(entry: Dated): number {
  return entry.kind === 'message' ? entry.message.created_at : entry.activity.created_at;
}

/**
 * Two lists that each have their own order become one; times only decide which of the two goes on. Neither list is
 * ever reordered by a clock.
 */
function interleave(messages: readonly Dated[], activities: readonly Dated[]): Dated[] {
  const merged: Dated[] = [];
  let next = 0;
  for (const message of messages) {
    for (let activity = activities[next]; activity !== undefined; activity = activities[next]) {
      if (timeOf(activity) > timeOf(message)) break;
      merged.push(activity);
      next += 1;
    }
    merged.push(message);
  }
  return [...merged, ...activities.slice(next)];
}

function isFollowUp(entry: Dated, before: Dated | undefined): boolean {
  if (entry.kind !== 'message' || before?.kind !== 'message') return false;
  const { message } = entry;
  const { message: earlier } = before;
  return (
    message.sender_type === earlier.sender_type &&
    message.sender_id === earlier.sender_id &&
    message.sender_name === earlier.sender_name &&
    message.visibility === earlier.visibility &&
    isSameDay(message.created_at, earlier.created_at) &&
    message.created_at - earlier.created_at < followUpMs
  );
}

/** The conversation as it is drawn: messages and changes in order, days between them. */
export function timelineOf({
  messages,
  activities,
}: Pick<TicketDetail, 'messages' | 'activities'>): TimelineEntry[] {
  const spoken = messages.map(({ row, delivery }): Dated => ({
    kind: 'message',
    key: row.uid,
    message: row,
    delivery,
    isFollowUp: false,
  }));
  // A note stands in the conversation itself.
  const changed = activities
    .filter((activity) => activity.kind !== 'note_added')
    .map((activity): Dated => ({ kind: 'activity', key: activity.uid, activity }));

  const dated = interleave(spoken, changed);
  return dated.flatMap((entry, index): TimelineEntry[] => {
    const before = dated[index - 1];
    const at = timeOf(entry);
    const shown = entry.kind === 'message' ? { ...entry, isFollowUp: isFollowUp(entry, before) } : entry;
    if (before !== undefined && isSameDay(timeOf(before), at)) return [shown];
    return [{ kind: 'day', key: `day-${entry.key}`, at }, shown];
  });
}
