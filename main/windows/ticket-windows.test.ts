import { describe, expect, it, vi } from 'vitest';
import { Settings } from '../desktop/settings.ts';
import { TicketWindows } from './ticket-windows.ts';
import type { WindowWish } from './window-factory.ts';

const uid = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;

function openWindows() {
  const valueByKey = new Map<string, unknown>();
  const settings = new Settings({
    get: (key) => valueByKey.get(key),
    set: (key, value) => void valueByKey.set(key, value),
  });
  const wishes: WindowWish[] = [];
  const focus = vi.fn();
  const factory = {
    open: (wish: WindowWish) => {
      wishes.push(wish);
      return { isMinimized: () => false, show: vi.fn(), focus, destroy: () => wish.onClosed() } as never;
    },
  };
  return { windows: new TicketWindows({ factory, settings }), wishes, focus };
}

describe('TicketWindows', () => {
  it('opens one window a ticket and brings it to the front after that', () => {
    const { windows, wishes, focus } = openWindows();
    windows.open(uid(1));
    windows.open(uid(1));
    expect(wishes.map(({ url }) => url)).toEqual([`waypost-app://console/?window=ticket#/mine/${uid(1)}`]);
    expect(focus).toHaveBeenCalledOnce();
    expect(windows.focus(uid(2))).toBe(false);
  });

  it('puts each where it was, and a new one a step from the last', () => {
    const { windows, wishes } = openWindows();
    const bounds = { x: 100, y: 50, width: 700, height: 600, is_maximized: true };
    windows.open(uid(1));
    wishes[0]?.rememberBounds(bounds);
    wishes[0]?.onClosed();
    windows.open(uid(2));
    windows.open(uid(1));
    expect(wishes[0]?.remembered).toBeNull();
    expect(wishes[1]?.remembered).toMatchObject({ x: 128, y: 78, width: 700, is_maximized: false });
    expect(wishes[2]?.remembered).toMatchObject(bounds);
  });

  it('refuses a window for everything, and closes all at once', () => {
    const { windows, wishes } = openWindows();
    for (let n = 0; n < 12; n += 1) windows.open(uid(n));
    expect(() => windows.open(uid(99))).toThrow(expect.objectContaining({ kind: 'conflict' }));
    windows.closeAll();
    windows.open(uid(99));
    expect(wishes).toHaveLength(13);
  });
});
