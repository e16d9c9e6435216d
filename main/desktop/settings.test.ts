import { describe, expect, it } from 'vitest';
import { normalizeSettings, Settings } from './settings.ts';

const openSettings = (entries: Record<string, unknown> = {}): Settings => {
  const valueByKey = new Map(Object.entries(entries));
  return new Settings({
    get: (key) => valueByKey.get(key),
    set: (key, value) => void valueByKey.set(key, value),
  });
};

describe('Settings', () => {
  it('runs its own node until told otherwise', () => {
    expect(openSettings().read('desktop').mode).toBe('host');
  });

  it('keeps what is written', () => {
    const settings = openSettings();
    settings.write('host_port', 8123);
    expect(settings.read('host_port')).toBe(8123);
  });

  it.each([
    { mode: 'other' },
    'text',
    null,
    { mode: 'host', node_url: '', is_closed_to_tray: true, more: 1 },
  ])('takes the defaults for %j', (desktop) => {
    expect(openSettings({ desktop }).read('desktop').mode).toBe('host');
  });
});

describe('normalizeSettings', () => {
  const settings = { mode: 'console' as const, node_url: '', is_closed_to_tray: true };

  it('keeps the origin of the address', () => {
    expect(normalizeSettings({ ...settings, node_url: ' https://desk.example.com/app?x ' }).node_url).toBe(
      'https://desk.example.com',
    );
  });

  it('refuses a console without a node', () => {
    expect(() => normalizeSettings({ ...settings, node_url: 'desk' })).toThrow();
    expect(() => normalizeSettings({ ...settings, node_url: 'file:///x' })).toThrow();
  });

  it('does not ask a host for an address', () => {
    expect(normalizeSettings({ ...settings, mode: 'host' }).node_url).toBe('http://127.0.0.1:8000');
  });
});
