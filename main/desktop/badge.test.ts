import { describe, expect, it } from 'vitest';
import { badgeText } from './badge.ts';

describe('badgeText', () => {
  it.each([
    [0, 'live', ''],
    [7, 'live', '7'],
    [120, 'live', '99+'],
    [0, 'needs_sign_in', '!'],
    [3, 'needs_sign_in', '3'],
  ] as const)('shows %i unread while %s as "%s"', (unread, connection, text) => {
    const status = {
      connection: connection === 'live' ? { state: connection, since: 0 } : { state: connection },
      queued: 0,
      needs_you: 0,
      synced_at: null,
    };
    expect(badgeText({ session: null, status, unread })).toBe(text);
  });
});
