import { expect, it } from 'vitest';
import type { Connection, SyncStatus } from '#shared/protocol/sync-status.ts';
import { createReconnectNotice } from './reconnect-notice.ts';

const offline: Connection = { state: 'offline', since: 1, retry_at: null, reason: 'unreachable' };
const live: Connection = { state: 'live', since: 1 };
const status = (connection: Connection, queued: number, needs_you = 0): SyncStatus => ({
  connection,
  queued,
  needs_you,
  unfetched: 0,
  synced_at: 1,
});

it('speaks once, when all that was queued has gone out', () => {
  const words = createReconnectNotice();
  expect(words(status(live, 0))).toBeNull();
  expect(words(status(offline, 2))).toBeNull();
  expect(words(status({ state: 'connecting' }, 2))).toBeNull();
  expect(words(status(live, 1))).toBeNull();
  expect(words(status(live, 0))).toBe('Back online. Your 2 changes were sent.');
  expect(words(status(live, 0))).toBeNull();
});

it('does not claim what a refusal denies', () => {
  const words = createReconnectNotice();
  words(status(offline, 1));
  expect(words(status(live, 0, 1))).toBe('Back online. Some of your changes need you.');
});
