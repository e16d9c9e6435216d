import { expect, test } from 'vitest';
import type { Frame } from './sync.ts';
import { packFrame, unpackFrame } from './wire-frame.ts';

const uid = '01920000-0000-7000-8000-00000000000a';
const activityUid = '01920000-ffff-7fff-bfff-ffffffffffff';

const frame: Frame = {
  to: 1_234_567,
  ops: [
    { op: 'patch', ent: 'ticket', uid, ver: 7, set: { priority: 'high', updated_at: 1_764_001_234_567 } },
    {
      op: 'put',
      ent: 'activity',
      row: {
        uid: activityUid,
        id: 1_234_567,
        ver: 1,
        ticket_uid: uid,
        actor_id: 123,
        actor_name: 'Bartholomew Quiggin',
        kind: 'priority_updated',
        from_value: 'medium',
        to_value: 'high',
        message_uid: null,
        data: '{"updated_by":"b.quiggin@example.org"}',
        created_at: 1_764_001_234_567,
      },
    },
    { op: 'gone', ent: 'profile', uid: activityUid },
  ],
};

test('a packed frame comes out as it went in', () => {
  const wire: unknown = JSON.parse(JSON.stringify(packFrame(frame)));
  expect(unpackFrame(wire)).toEqual(frame);
});

test('a changed field and its activity cross the wire in at most 250 bytes', () => {
  const change = { ...frame, ops: frame.ops.slice(0, 2) };
  expect(`42${JSON.stringify(['frame', packFrame(change)])}`.length).toBeLessThanOrEqual(250);
});

test.each([
  ['an unknown letter', [1, [['z', 'x']]]],
  ['a value too many', [1, [['~', uid, 7, [], 1]]]],
  ['a row with a column too many', [1, [['p', [uid, 1, 1, 'u', 'U', '', 'agent', null, 1, 1, 1]]]]],
  ['an unknown column', [1, [['~', uid, 7, [99, 1]]]]],
  ['a column of another type', [1, [['~', uid, 7, [8, 'urgent, I say']]]]],
  ['no frame at all', { to: 1 }],
])('%s is no frame', (_what, wire) => {
  expect(unpackFrame(wire)).toBeNull();
});
