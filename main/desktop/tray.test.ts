import { describe, expect, it, vi } from 'vitest';
import type { DeskState } from './status-line.ts';
import { trayIconVariant, trayMenuTemplate, trayTooltip } from './tray.ts';

const state = (unread: number, needsYou = 0): DeskState => ({
  session: null,
  status: { connection: { state: 'live', since: 0 }, queued: 0, needs_you: needsYou, synced_at: 0 },
  unread,
});

describe('the tray', () => {
  it('shows the most urgent state', () => {
    expect(trayIconVariant(state(0))).toBe('normal');
    expect(trayIconVariant(state(2))).toBe('unread');
    expect(trayIconVariant(state(2, 1))).toBe('attention');
  });

  it('counts in its tooltip and its menu', () => {
    expect(trayTooltip(state(2))).toBe('Waypost · 2 unread · Up to date');
    const actions = { open: vi.fn(), quit: vi.fn() };
    const labels = trayMenuTemplate(state(2), actions).map((item) => item.label ?? item.type);
    expect(labels).toEqual(['Up to date', 'Open (2 unread)', 'separator', 'Quit Waypost']);
  });
});
