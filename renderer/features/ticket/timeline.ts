import type { ActivityRow, MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { Delivery } from '#shared/protocol/kept-change.ts';
import type { Conversation, TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { isSameDay } from '../../ui/time.ts';

export type TimelineEntry =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'message';
      key: string;
      message: MessageRow;
      delivery: Delivery;
      files: readonly AttachedFile[];
      isFollowUp: boolean;
      /** The merged ticket that it was said on; null for the open one. */
      from: TicketRow | null;
    }
  /** A file that came with no message. */
  | { kind: 'file'; key: string; file: AttachedFile; from: TicketRow | null }
  | { kind: 'activity'; key: string; activity: ActivityRow; from: TicketRow | null }
  /** Changes in a row, of which the last is shown and the others are unfolded. */
  | { kind: 'folded'; key: string; entries: readonly Extract<Dated, { kind: 'activity' }>[] };

type AttachedFile = Conversation['attachments'][number];
type Dated = Extract<TimelineEntry, { kind: 'message' | 'activity' | 'file' }>;

/** Messages of one author this close together share a heading. */
const followUpMs = 5 * 60_000;

function timeOf(entry: Dated): number {
  switch (entry.kind) {
    case 'message':
      return entry.message.created_at;
    case 'file':
      return entry.file.row.created_at;
    case 'activity':
      return entry.activity.created_at;
  }
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

type Spoken = Pick<Conversation, 'messages' | 'activities' | 'attachments'>;

/** Notes and files stand in the conversation themselves, so their activities are left out. */
const shownItself: ReadonlySet<ActivityRow['kind']> = new Set(['note_added', 'file_added']);

/** The same one each time: a message that has none is not drawn again for it. */
const noFiles: readonly AttachedFile[] = [];

/** Messages with their files, files without a message, and changes of one ticket. */
function entriesOf({ messages, activities, attachments }: Spoken, from: TicketRow | null): Dated[] {
  const said = new Set(messages.map(({ row }) => row.uid));
  const filesByMessage = Map.groupBy(attachments, ({ row: { message_uid } }) =>
    message_uid !== null && said.has(message_uid) ? message_uid : null,
  );
  const spoken = messages.map(({ row, delivery }): Dated => ({
    kind: 'message',
    key: row.uid,
    message: row,
    delivery,
    files: filesByMessage.get(row.uid) ?? noFiles,
    isFollowUp: false,
    from,
  }));
  const changed = activities
    .filter((activity) => !shownItself.has(activity.kind))
    .map((activity): Dated => ({ kind: 'activity', key: activity.uid, activity, from }));
  const loose = (filesByMessage.get(null) ?? []).map((file): Dated => ({
    kind: 'file',
    key: file.row.uid,
    file,
    from,
  }));
  return interleave(interleave(spoken, loose), changed);
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
export function timelineOf({ merged, ...spoken }: Spoken & Pick<TicketDetail, 'merged'>): TimelineEntry[] {
  const own = entriesOf(spoken, null);
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
