import { expect, test } from 'vitest';
import { packPulled, unpackPulled, type PulledOps } from './pulled-rows.ts';

const uid = '01920000-0000-7000-8000-00000000000a';
const activityUid = '01920000-ffff-7fff-bfff-ffffffffffff';

const pulled: PulledOps = {
  cursor: 42,
  ops: [
    { op: 'gone', ent: 'ticket', uid },
    {
      op: 'put',
      ent: 'activity',
      row: {
        uid: activityUid,
        id: 7,
        ver: 1,
        ticket_uid: uid,
        actor_id: null,
        actor_name: null,
        kind: 'priority_updated',
        from_value: 'medium',
        to_value: 'high',
        message_uid: null,
        data: '{}',
        created_at: 1_764_001_234_567,
      },
    },
  ],
};

test('what was pulled comes out as it went in, its rows by columns on the way', () => {
  const wire = packPulled(pulled);
  expect(wire.ops).toEqual([pulled.ops[0]]);
  expect(wire.rows.activity.uid).toEqual([activityUid]);
  expect(unpackPulled(structuredClone(wire))).toEqual(pulled);
});

test('nothing that changed is nothing by columns, too', () => {
  expect(unpackPulled(packPulled({ cursor: 0, ops: [] }))).toEqual({ cursor: 0, ops: [] });
});
