import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { en } from '../words/en.ts';
import { appMenuTemplate, type MenuActions } from './app-menu.ts';

const actions: MenuActions = {
  runCommand: vi.fn(),
  popOut: vi.fn(),
  print: vi.fn(),
  savePdf: vi.fn(),
  find: vi.fn(),
  openSettings: vi.fn(),
  openLogFolder: vi.fn(),
  showAbout: vi.fn(),
};
const commands = [
  { id: 'new_ticket', group: 'app', label: 'New ticket', accelerator: null },
  { id: 'help', group: 'app', label: 'Keyboard shortcuts', accelerator: null },
  { id: 'mine', group: 'go', label: 'Mine & yours', accelerator: 'CommandOrControl+1' },
  { id: 'reply', group: 'ticket', label: 'Reply', accelerator: null },
] as const;

const build = (isMac: boolean, isDeveloped = false): MenuItemConstructorOptions[] =>
  appMenuTemplate({ isMac, isDeveloped, words: en, commands }, actions);
const submenu = (items: MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions[] =>
  (items.find((item) => item.label === label)?.submenu ?? []) as MenuItemConstructorOptions[];
const labels = (items: MenuItemConstructorOptions[]): string[] =>
  items.map((item) => item.label ?? item.role ?? item.type ?? '');

describe('appMenuTemplate', () => {
  it('puts the window’s commands into its menus, with their keys shown and left to the window', () => {
    const [mine] = submenu(build(false), 'Go');
    expect(mine).toMatchObject({
      label: 'Mine && yours',
      accelerator: 'CommandOrControl+1',
      registerAccelerator: false,
    });
    mine?.click?.({} as never, undefined, {});
    expect(actions.runCommand).toHaveBeenCalledWith('mine');
    expect(labels(submenu(build(false), 'Ticket'))).toEqual(['Open in its own window', 'separator', 'Reply']);
    expect(labels(submenu(build(false), 'File'))[0]).toBe('New ticket');
    expect(labels(submenu(build(false), 'Help'))[0]).toBe('Keyboard shortcuts');
  });

  it('keeps to the places that each system has', () => {
    expect(labels(build(false))[0]).toBe('File');
    expect(labels(submenu(build(false), 'File')).slice(-4)).toEqual([
      'Settings…',
      'separator',
      'close',
      'Quit Waypost',
    ]);
    expect(build(true)[0]).toMatchObject({ role: 'appMenu' });
    expect(labels(submenu(build(true), 'File'))).not.toContain('Settings…');
  });

  it('offers developers’ tools to developers alone', () => {
    expect(labels(submenu(build(false), 'View'))).not.toContain('toggleDevTools');
    expect(labels(submenu(build(false, true), 'View'))).toContain('toggleDevTools');
  });
});
