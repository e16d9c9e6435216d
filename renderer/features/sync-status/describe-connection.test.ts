import { expect, it } from 'vitest';
import type { Connection } from '#shared/protocol/sync-status.ts';
import { describeConnection, pillText, retryText } from './describe-connection.ts';
import { outboxText } from './outbox-text.ts';

const noon = new Date(2026, 2, 4, 12, 4).getTime();

it.each<[Connection, number, string]>([
  [{ state: 'connecting' }, 0, 'connecting'],
  [{ state: 'live', since: noon }, 0, 'live'],
  [{ state: 'live', since: noon }, 3, 'live, 3 queued'],
  [
    { state: 'offline', since: noon, retry_at: null, reason: 'unreachable' },
    1,
    'offline since 12:04, 1 queued',
  ],
  [{ state: 'catching_up', done: 12, total: 90 }, 0, 'catching up 12 of 90'],
  [{ state: 'catching_up', done: 0, total: 0 }, 0, 'catching up'],
  [{ state: 'needs_sign_in', reason: 'ended' }, 0, 'needs sign-in'],
  [{ state: 'needs_sign_in', reason: 'taken_back' }, 0, 'signed out'],
  [{ state: 'offline', since: noon, retry_at: null, reason: 'node_too_old' }, 0, 'node too old'],
  [{ state: 'offline', since: noon, retry_at: null, reason: 'disk_full' }, 2, 'disk full, 2 queued'],
  [{ state: 'offline', since: noon, retry_at: null, reason: 'files' }, 0, 'files not usable'],
  [{ state: 'too_old' }, 0, 'app too old'],
  [{ state: 'refused', message: 'No' }, 0, 'refused'],
])('says %j', (connection, queued, text) => {
  expect(pillText({ connection, queued, needs_you: 0, unfetched: 0, synced_at: null }, noon)).toBe(text);
});

it('shows what the node said when it refused', () => {
  expect(describeConnection({ state: 'refused', message: 'Not approved' }, noon).explanation).toBe(
    'Not approved',
  );
});

it('counts down to the next attempt', () => {
  expect(
    retryText({ state: 'offline', since: noon, retry_at: noon + 2400, reason: 'unreachable' }, noon),
  ).toBe('Next attempt in 3 s');
  expect(retryText({ state: 'offline', since: noon, retry_at: noon - 1, reason: 'unreachable' }, noon)).toBe(
    'Trying now…',
  );
  expect(retryText({ state: 'live', since: noon }, noon)).toBeNull();
});

it.each([
  [{ name: 'ticket-reply', to_value: null }, 'Reply'],
  [{ name: 'ticket-status', to_value: 'on_hold' }, 'Status to On hold'],
  [{ name: 'ticket-priority', to_value: 'low' }, 'Priority to Low'],
  [{ name: 'ticket-category', to_value: 'loan' }, 'Category to Loan'],
  [{ name: 'ticket-assign', to_value: '3' }, 'Assignee to Person 3'],
  [{ name: 'ticket-assign', to_value: null }, 'Assignee to nobody'],
  [{ name: 'from-the-future', to_value: null }, 'Change'],
])('names the change %j', (item, text) => {
  expect(outboxText(item, (id) => `Person ${id}`)).toBe(text);
});
