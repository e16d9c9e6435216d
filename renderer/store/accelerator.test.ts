import { expect, it } from 'vitest';
import { acceleratorSchema } from '#shared/protocol/desktop-state.ts';
import { acceleratorOf } from './accelerator.ts';
import { commandIds, defaultKeymap } from './keymap.ts';

it.each([
  ['Ctrl+KeyK', 'CommandOrControl+K'],
  ['Ctrl+Shift+Digit3', 'CommandOrControl+Shift+3'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['Ctrl+F5', 'CommandOrControl+F5'],
  ['KeyK', null],
  ['Shift+KeyJ', null],
  ['KeyG KeyM', null],
  ['Ctrl+Period', null],
  [undefined, null],
])('of %s is %s', (binding, accelerator) => {
  expect(acceleratorOf(binding)).toBe(accelerator);
});

it('is what the app takes, for every key that there is from the start', () => {
  for (const id of commandIds) {
    for (const binding of defaultKeymap[id]) {
      const accelerator = acceleratorOf(binding);
      if (accelerator !== null)
        expect(acceleratorSchema.safeParse(accelerator).success, accelerator).toBe(true);
    }
  }
});
