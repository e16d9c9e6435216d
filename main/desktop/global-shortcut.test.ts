import { expect, it, vi } from 'vitest';
import { AppShortcut } from './global-shortcut.ts';

it('holds one combination at a time, and says when it cannot have it', () => {
  const held = new Map<string, () => void>([['Alt+X', () => undefined]]);
  const shortcuts = {
    register: (accelerator: string, callback: () => void) => {
      if (accelerator === 'Alt+Nonsense') throw new Error('conversion failure');
      if (held.has(accelerator)) return false;
      held.set(accelerator, callback);
      return true;
    },
    unregister: (accelerator: string) => void held.delete(accelerator),
  };
  const onPressed = vi.fn();
  const shortcut = new AppShortcut(shortcuts, onPressed);
  expect(shortcut.set('Alt+Y')).toBe(true);
  held.get('Alt+Y')?.();
  expect(onPressed).toHaveBeenCalledOnce();
  expect(shortcut.set('Alt+X')).toBe(false);
  expect(shortcut.set('Alt+Nonsense')).toBe(false);
  expect(shortcut.set(null)).toBe(true);
  expect([...held.keys()]).toEqual(['Alt+X']);
});
