import { describe, expect, it, vi } from 'vitest';
import { en } from '../words/en.ts';
import { ru } from '../words/ru.ts';
import { emptyDesk, type DeskState } from './status-line.ts';
import { trayIconVariant, trayMenuTemplate, trayTooltip, type TrayExtras } from './tray.ts';

const state = (overrides: Partial<DeskState> = {}, needsYou = 0): DeskState => ({
  ...emptyDesk,
  status: {
    connection: { state: 'live', since: 0 },
    queued: 0,
    needs_you: needsYou,
    unfetched: 0,
    synced_at: 0,
  },
  ...overrides,
});
const none: TrayExtras = { recent: [], isAvailable: null };
const actions = {
  open: vi.fn(),
  openTicket: vi.fn(),
  setAvailable: vi.fn(),
  openSettings: vi.fn(),
  quit: vi.fn(),
};

describe('the tray', () => {
  it('shows the most urgent state', () => {
    expect(trayIconVariant(state())).toBe('normal');
    expect(trayIconVariant(state({ followed: 1 }))).toBe('followed');
    expect(trayIconVariant(state({ followed: 1, mentioned: 1 }))).toBe('unread');
    expect(trayIconVariant(state({ unread: 2 }, 1))).toBe('attention');
  });

  it('counts in its tooltip and its menu, in the language in force', () => {
    expect(trayTooltip(state({ unread: 2 }), en)).toBe('Waypost · 2 unread · Up to date');
    expect(trayTooltip(state({ unread: 2 }), ru)).toBe('Waypost · непрочитанных: 2 · Всё загружено');
    const labels = trayMenuTemplate(state({ unread: 2 }), none, en, actions).map(
      (item) => item.label ?? item.type,
    );
    expect(labels).toEqual([
      'Up to date',
      'Open Waypost (2 unread)',
      'separator',
      'Settings…',
      'separator',
      'Quit Waypost',
    ]);
  });

  it('opens recent tickets and changes the agent’s availability', () => {
    const extras: TrayExtras = { recent: [{ uid: 'u1', label: '#7 Refund' }], isAvailable: true };
    const template = trayMenuTemplate(state(), extras, en, actions);
    const submenu = template.find((item) => item.label === 'Recent tickets')?.submenu;
    if (Array.isArray(submenu)) submenu[0]?.click?.({} as never, undefined, {});
    expect(actions.openTicket).toHaveBeenCalledWith('u1');
    const available = template.find((item) => item.label === 'Available for new tickets');
    expect(available).toMatchObject({ type: 'checkbox', checked: true });
    available?.click?.({} as never, undefined, {});
    expect(actions.setAvailable).toHaveBeenCalledWith(false);
  });
});
