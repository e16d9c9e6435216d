import { expect, it } from 'vitest';
import type { Connection, SyncStatus, Session } from '#shared/protocol/sync-status.ts';
import type { Department } from '#shared/model/department.ts';
import type { Role } from '#shared/model/user.ts';
import { createReconnectNotice } from './reconnect-notice.ts';
import { roleWords } from './role-notice.ts';

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

it('tells somebody whose rights changed under their hands', () => {
  const user = { id: 2, username: 'a', full_name: 'A', is_active: true, is_approved: true };
  const as = (role: Role, department: Department | null): Session => ({
    state: 'signed_in',
    node_url: 'http://node',
    is_durable: true,
    user: { ...user, role, department },
  });
  expect(roleWords(as('agent', 'loan'), as('agent', 'loan'))).toBeNull();
  expect(roleWords(null, as('agent', 'loan'))).toBeNull();
  expect(roleWords(as('admin', null), as('agent', 'loan'))).toBe(
    'You are now agent in Loan: what you see and may do has changed',
  );
  expect(roleWords(as('agent', 'loan'), as('admin', 'loan'))).toBe(
    'Your role is now admin: what you see and may do has changed',
  );
});
