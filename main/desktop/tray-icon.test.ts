import { describe, expect, it } from 'vitest';
import { drawTrayIcon, trayIconSize } from './tray-icon.ts';

describe('drawTrayIcon', () => {
  it('draws a different picture for each state', () => {
    const [normal, unread, attention] = [
      drawTrayIcon('normal'),
      drawTrayIcon('unread'),
      drawTrayIcon('attention'),
    ];
    expect(normal).toHaveLength(trayIconSize * trayIconSize * 4);
    expect(normal.equals(unread)).toBe(false);
    expect(unread.equals(attention)).toBe(false);
  });

  it('is round: its corners are clear', () => {
    expect(drawTrayIcon('normal').readUInt32LE(0)).toBe(0);
  });
});
