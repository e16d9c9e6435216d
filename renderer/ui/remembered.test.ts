import { afterEach, expect, it, vi } from 'vitest';
import { remember, remembered } from './remembered.ts';

afterEach(() => vi.unstubAllGlobals());

it('keeps a choice', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
  expect(remembered('compact')).toBeNull();
  remember('compact', true);
  expect(remembered('compact')).toBe(true);
  remember('compact', false);
  expect(remembered('compact')).toBe(false);
});

it('does without when storage is refused', () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  expect(() => remember('compact', true)).not.toThrow();
  expect(remembered('compact')).toBeNull();
});
