import { describe, expect, it } from 'vitest';
import { Settings } from './settings.ts';

const openSettings = (entries: Record<string, unknown> = {}): Settings => {
  const valueByKey = new Map(Object.entries(entries));
  return new Settings({
    get: (key) => valueByKey.get(key),
    set: (key, value) => void valueByKey.set(key, value),
  });
};

describe('Settings', () => {
  it('knows no node before one is chosen', () => {
    expect(openSettings().read('current_node')).toBeNull();
    expect(openSettings().read('nodes')).toEqual([]);
  });

  it('keeps what is written', () => {
    const settings = openSettings();
    settings.write('current_node', { kind: 'host' });
    expect(settings.read('current_node')).toEqual({ kind: 'host' });
  });

  it.each([{ kind: 'other' }, 'text', { kind: 'remote' }, { kind: 'host', more: 1 }])(
    'takes the default for %j',
    (current_node) => {
      expect(openSettings({ current_node }).read('current_node')).toBeNull();
    },
  );
});
