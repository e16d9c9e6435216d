import { expect, test } from 'vitest';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import { en } from '../words/en.ts';
import { unsentNotice } from './unsent-notice.ts';

const status = (queued: number): SyncStatus => ({
  connection: { state: 'offline', since: 0, retry_at: null, reason: 'unreachable' },
  queued,
  needs_you: 0,
  unfetched: 0,
  synced_at: null,
});

test('who quits with changes unsent is told that they are kept; who has none is not', () => {
  expect(unsentNotice({ status: status(3) }, en)?.title).toBe('3 changes are not sent yet');
  expect(unsentNotice({ status: status(1) }, en)?.title).toBe('One change is not sent yet');
  expect(unsentNotice({ status: status(0) }, en)).toBeNull();
  expect(unsentNotice({ status: null }, en)).toBeNull();
});
