import { expect, it } from 'vitest';
import { activityRow, messageRow, ticketRow, uidOf } from '../../ui/tickets/test-rows.ts';
import { timelineOf } from './timeline.ts';

const minuteMs = 60_000;
const noon = new Date(2026, 2, 4, 12).getTime();
const said = (number: number, at: number, fields = {}) => ({
  row: messageRow(number, { created_at: at, ...fields }),
  delivery: 'delivered' as const,
});
const keysOf = (timeline: ReturnType<typeof timelineOf>) => timeline.map((entry) => entry.kind);

it('puts changes between the messages and days between both', () => {
  const timeline = timelineOf({
    attachments: [],
    messages: [said(1, noon), said(2, noon + 24 * 60 * minuteMs)],
    activities: [activityRow(1, { created_at: noon + minuteMs })],
    merged: [],
  });
  expect(keysOf(timeline)).toEqual(['day', 'message', 'activity', 'day', 'message']);
});

it('never reorders messages by their clocks', () => {
  const timeline = timelineOf({
    attachments: [],
    messages: [said(1, noon), said(2, noon - minuteMs)],
    activities: [],
    merged: [],
  });
  const uids = timeline.flatMap((entry) => (entry.kind === 'message' ? [entry.message.id] : []));
  expect(uids).toEqual([1, 2]);
});

it('gives messages of one author in a row one heading', () => {
  const timeline = timelineOf({
    attachments: [],
    messages: [
      said(1, noon),
      said(2, noon + minuteMs),
      said(3, noon + 2 * minuteMs, { visibility: 'staff' }),
    ],
    activities: [],
    merged: [],
  });
  const followUps = timeline.flatMap((entry) => (entry.kind === 'message' ? [entry.isFollowUp] : []));
  expect(followUps).toEqual([false, true, false]);
});

it('leaves out the activity of a note, which stands there itself', () => {
  const timeline = timelineOf({
    attachments: [],
    messages: [],
    activities: [activityRow(1, { kind: 'note_added' })],
    merged: [],
  });
  expect(timeline).toEqual([]);
});

it('shows files with their message, and by themselves where they have none', () => {
  const file = (number: number, at: number, message_uid: string | null) => ({
    row: {
      uid: uidOf(200 + number),
      id: number,
      ver: 1,
      ticket_uid: uidOf(1),
      message_uid,
      uploaded_by: 1,
      file_name: `${number}.txt`,
      content_type: 'text/plain',
      size_bytes: 1,
      created_at: at,
      visibility: 'public' as const,
    },
    delivery: 'delivered' as const,
    problem: null,
  });
  const first = said(1, noon);
  const timeline = timelineOf({
    attachments: [
      file(1, noon, first.row.uid),
      file(2, noon + minuteMs, null),
      file(3, noon + 3 * minuteMs, uidOf(99)),
    ],
    messages: [first, said(2, noon + 2 * minuteMs)],
    activities: [activityRow(1, { kind: 'file_added' })],
    merged: [],
  });
  expect(
    timeline.map((entry) =>
      entry.kind === 'message'
        ? entry.files.map(({ row }) => row.id)
        : entry.kind === 'file'
          ? entry.file.row.id
          : entry.kind,
    ),
  ).toEqual(['day', [1], 2, [], 3]);
});

it('shows what was said on merged tickets where it belongs, and says so', () => {
  const other = ticketRow({ uid: uidOf(2), id: 13 });
  const timeline = timelineOf({
    attachments: [],
    messages: [said(1, noon), said(2, noon + 2 * minuteMs)],
    activities: [],
    merged: [
      {
        ticket: other,
        is_whole: true,
        messages: [said(3, noon + minuteMs, { ticket_uid: other.uid })],
        activities: [activityRow(1, { created_at: noon + 3 * minuteMs })],
        attachments: [],
      },
    ],
  });
  const from = timeline.flatMap((entry) =>
    entry.kind === 'day' || entry.kind === 'folded' ? [] : [[entry.key, entry.from?.id ?? null]],
  );
  expect(from).toEqual([
    [uidOf(1001), null],
    [uidOf(1003), 13],
    [uidOf(1002), null],
    [uidOf(2001), 13],
  ]);
  expect(timeline.flatMap((entry) => (entry.kind === 'message' ? [entry.isFollowUp] : []))).toEqual([
    false,
    false,
    false,
  ]);
});

it('folds changes in a row, all but the last', () => {
  const at = (number: number) => activityRow(number, { created_at: noon + number * minuteMs });
  const timeline = timelineOf({
    attachments: [],
    messages: [said(1, noon), said(2, noon + 10 * minuteMs)],
    activities: [at(1), at(2), at(3), at(11), at(12)],
    merged: [],
  });
  expect(keysOf(timeline)).toEqual([
    'day',
    'message',
    'folded',
    'activity',
    'message',
    'activity',
    'activity',
  ]);
  expect(timeline[2]).toMatchObject({ entries: [{ key: uidOf(2001) }, { key: uidOf(2002) }] });
});
