import { describe, expect, it } from 'vitest';
import type { Connection } from '#shared/protocol/sync-status.ts';
import { en } from '../words/en.ts';
import { countForMe, describeStatus, emptyDesk, needsAttention, type DeskState } from './status-line.ts';

const withConnection = (connection: Connection, queued = 0, needsYou = 0): DeskState => ({
  ...emptyDesk,
  status: { connection, queued, needs_you: needsYou, unfetched: 0, synced_at: null },
});

describe('describeStatus', () => {
  it.each<[string, DeskState]>([
    ['Starting…', emptyDesk],
    ['Signed out', { ...emptyDesk, session: { state: 'signed_out', node_url: 'http://node' } }],
    ['Up to date', withConnection({ state: 'live', since: 0 })],
    ['Sign in again to sync', withConnection({ state: 'needs_sign_in', reason: 'ended' })],
    [
      'The disk of this computer is full',
      withConnection({ state: 'offline', since: 0, retry_at: 9, reason: 'disk_full' }),
    ],
    [
      'Offline · 1 change waiting',
      withConnection({ state: 'offline', since: 0, retry_at: null, reason: 'unreachable' }, 1),
    ],
    [
      'Catching up, 3 of 9 · 2 changes waiting',
      withConnection({ state: 'catching_up', done: 3, total: 9 }, 2),
    ],
    ['Up to date · 1 needs you', withConnection({ state: 'live', since: 0 }, 0, 1)],
  ])('says "%s"', (line, state) => {
    expect(describeStatus(state, en)).toBe(line);
  });
});

describe('needsAttention', () => {
  it('is about what waits for a person', () => {
    expect(needsAttention(withConnection({ state: 'needs_sign_in', reason: 'ended' }))).toBe(true);
    expect(needsAttention(withConnection({ state: 'live', since: 0 }, 0, 2))).toBe(true);
    const offline = { state: 'offline', since: 0, retry_at: 5 } as const;
    expect(needsAttention(withConnection({ ...offline, reason: 'unreachable' }, 3))).toBe(false);
    expect(needsAttention(withConnection({ ...offline, reason: 'disk_full' }))).toBe(true);
  });
});

describe('countForMe', () => {
  it('counts own tickets and mentions, not what is followed', () => {
    expect(countForMe({ ...emptyDesk, unread: 2, mentioned: 1, followed: 5 })).toBe(3);
  });
});
