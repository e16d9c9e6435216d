import { describe, expect, it, vi } from 'vitest';
import { badgeText, showBadge } from './badge.ts';
import { emptyDesk, type DeskState } from './status-line.ts';

const desk = (overrides: Partial<DeskState>): DeskState => ({ ...emptyDesk, ...overrides });
const stuck = {
  status: {
    connection: { state: 'needs_sign_in', reason: 'ended' },
    queued: 0,
    needs_you: 0,
    unfetched: 0,
    synced_at: null,
  },
} as const satisfies Partial<DeskState>;
const signedOut = { session: { state: 'signed_out', node_url: 'http://node' } } as const;

describe('badgeText', () => {
  it.each<[Partial<DeskState>, string]>([
    [{}, ''],
    [{ unread: 7 }, '7'],
    [{ unread: 7, mentioned: 2 }, '9'],
    [{ unread: 120 }, '99+'],
    [{ followed: 3 }, '•'],
    [{ unread: 1, followed: 3 }, '1'],
    [stuck, '!'],
    [{ ...stuck, unread: 3 }, '3'],
    [{ ...stuck, followed: 3 }, '!'],
    [signedOut, '!'],
  ])('of %j is "%s"', (overrides, text) => {
    expect(badgeText(desk(overrides))).toBe(text);
  });
});

describe('showBadge', () => {
  function open(dock: { setBadge: () => void } | undefined) {
    const setOverlayIcon = vi.fn();
    const setBadgeCount = vi.fn(() => true);
    const createFromBitmap = vi.fn((pixels: Buffer) => pixels.length as never);
    const electron = {
      app: { dock, setBadgeCount } as never,
      nativeImage: { createFromBitmap },
      overlaid: () => [{ setOverlayIcon }],
    };
    return { electron, setOverlayIcon, setBadgeCount };
  }

  it('goes where the system has a place for it', () => {
    const { electron, setBadgeCount, setOverlayIcon } = open(undefined);
    showBadge(electron, desk({ unread: 2 }));
    expect(setBadgeCount).toHaveBeenCalledWith(2);
    expect(setOverlayIcon).toHaveBeenLastCalledWith(16 * 16 * 4, '2');
    showBadge(electron, desk({}));
    expect(setOverlayIcon).toHaveBeenLastCalledWith(null, '');

    const setBadge = vi.fn();
    const mac = open({ setBadge });
    showBadge(mac.electron, desk({ followed: 1 }));
    expect(setBadge).toHaveBeenCalledWith('•');
    expect(mac.setBadgeCount).not.toHaveBeenCalled();
  });
});
