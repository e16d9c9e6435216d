import { expect, it } from 'vitest';
import { activityRow, messageRow } from '../../ui/tickets/test-rows.ts';
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
    messages: [said(1, noon), said(2, noon + 24 * 60 * minuteMs)],
    activities: [activityRow(1, { created_at: noon + minuteMs })],
  });
  expect(keysOf(timeline)).toEqual(['day', 'message', 'activity', 'day', 'message']);
});

it('never reorders messages by their clocks', () => {
  const timeline = timelineOf({ messages: [said(1, noon), said(2, noon - minuteMs)], activities: [] });
  const uids = timeline.flatMap((entry) => (entry.kind === 'message' ? [entry.message.id] : []));
  expect(uids).toEqual([1, 2]);
});

it('gives messages of one author in a row one heading', () => {
  const timeline = timelineOf({
    messages: [
      said(1, noon),
      said(2, noon + minuteMs),
      said(3, noon + 2 * minuteMs, { visibility: 'staff' }),
    ],
    activities: [],
  });
  const followUps = timeline.flatMap((entry) => (entry.kind === 'message' ? [entry.isFollowUp] : []));
  expect(followUps).toEqual([false, true, false]);
});

it('leaves out the activity of a note, which stands there itself', () => {
  const timeline = timelineOf({ messages: [], activities: [activityRow(1, { kind: 'note_added' })] });
  expect(timeline).toEqual([]);
});
