import type { ActivityRow, MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { Conversation, Delivery, TicketDetail } from '#shared/protocol/ipc.ts';
import { isSameDay } from '../../ui/time.ts';

export type TimelineEntry =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'message';
      key: string;
      message: MessageRow;
      delivery: Delivery;
      isFollowUp: boolean;
      /** The merged ticket that it was said on; null for the open one. */
      from: TicketRow | null;
    }
  | { kind: 'activity'; key: string; activity: ActivityRow; from: TicketRow | null }
  /** Changes in a row, of which the last is shown and the others are unfolded. */
  | { kind: 'folded'; key: string; entries: readonly Extract<Dated, { kind: 'activity' }>[] };

type Dated = Extract<TimelineEntry, { kind: 'message' | 'activity' }>;

/** Messages of one author this close together share a heading. */
const followUpMs = 5 * 60_000;

function timeOf(entry: Dated): number {
  return entry.kind === 'message' ? entry.message.created_at : entry.activity.created_at;
}

/**
 * Two lists that each have their own order become one; times only decide which of the two goes on. Neither list is
 * ever reordered by a clock.
 */
function interleave(first: readonly Dated[], second: readonly Dated[]): Dated[] {
  const whole: Dated[] = [];
  let next = 0;
  for (const entry of first) {
    for (let other = second[next]; other !== undefined; other = second[next]) {
      if (timeOf(other) > timeOf(entry)) break;
      whole.push(other);
      next += 1;
    }
    whole.push(entry);
  }
  return [...whole, ...second.slice(next)];
}

function isFollowUp(entry: Dated, before: Dated | undefined): boolean {
  if (entry.kind !== 'message' || before?.kind !== 'message') return false;
  const { message } = entry;
  const { message: earlier } = before;
  return (
    message.sender_type === earlier.sender_type &&
    message.sender_id === earlier.sender_id &&
    message.sender_name === earlier.sender_name &&
    message.ticket_uid === earlier.ticket_uid &&
    message.visibility === earlier.visibility &&
    isSameDay(message.created_at, earlier.created_at) &&
    message.created_at - earlier.created_at < followUpMs
  );
}

/** Messages and changes of one ticket. A note stands in the conversation itself, so its activity is left out. */
function entriesOf(
  { messages, activities }: Pick<Conversation, 'messages' | 'activities'>,
  from: TicketRow | null,
): Dated[] {
  const spoken = messages.map(({ row, delivery }): Dated => ({
    kind: 'message',
    key: row.uid,
    message: row,
    delivery,
    isFollowUp: false,
    from,
  }));
  const changed = activities
    .filter((activity) => activity.kind !== 'note_added')
    .map((activity): Dated => ({ kind: 'activity', key: activity.uid, activity, from }));
  return interleave(spoken, changed);
}

/** Changes in a row from this many on hide all but the last. */
const foldFrom = 3;

type ActivityEntry = Extract<TimelineEntry, { kind: 'activity' }>;

function foldActivities(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const shown: TimelineEntry[] = [];
  let run: ActivityEntry[] = [];
  function endRun(): void {
    const last = run.at(-1);
    const [first] = run;
    if (run.length < foldFrom || first === undefined || last === undefined) shown.push(...run);
    else shown.push({ kind: 'folded', key: `folded-${first.key}`, entries: run.slice(0, -1) }, last);
    run = [];
  }
  for (const entry of entries) {
    if (entry.kind === 'activity') run.push(entry);
    else {
      endRun();
      shown.push(entry);
    }
  }
  endRun();
  return shown;
}

/** The conversation as it is drawn: messages and changes in order, merged tickets' among them, days between them. */
export function timelineOf({
  messages,
  activities,
  merged,
}: Pick<TicketDetail, 'messages' | 'activities' | 'merged'>): TimelineEntry[] {
  const own = entriesOf({ messages, activities }, null);
  const dated = merged.reduce(
    (whole, conversation) => interleave(whole, entriesOf(conversation, conversation.ticket)),
    own,
  );
  const whole = dated.flatMap((entry, index): TimelineEntry[] => {
    const before = dated[index - 1];
    const at = timeOf(entry);
    const shown = entry.kind === 'message' ? { ...entry, isFollowUp: isFollowUp(entry, before) } : entry;
    if (before !== undefined && isSameDay(timeOf(before), at)) return [shown];
    return [{ kind: 'day', key: `day-${entry.key}`, at }, shown];
  });
  return foldActivities(whole);
}
