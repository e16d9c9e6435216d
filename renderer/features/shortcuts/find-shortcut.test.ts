import { expect, it } from 'vitest';
import { findShortcut, type KeyPress } from './find-shortcut.ts';
import { shortcuts } from './shortcut-table.ts';

const press = (fields: Partial<KeyPress>): KeyPress => ({
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...fields,
});

it('goes by the physical key, whatever the layout prints on it', () => {
  expect(findShortcut(press({ code: 'KeyJ', key: 'о' }))?.id).toBe('next');
});

it('leaves combinations of the browser alone', () => {
  expect(findShortcut(press({ code: 'KeyR', key: 'r', ctrlKey: true }))).toBeNull();
  expect(findShortcut(press({ code: 'KeyR', key: 'r', metaKey: true }))).toBeNull();
  expect(findShortcut(press({ code: 'KeyE', key: 'e', altKey: true }))).toBeNull();
  expect(findShortcut(press({ code: 'KeyE', key: 'E', shiftKey: true }))).toBeNull();
});

it('finds the list of shortcuts by its sign', () => {
  expect(findShortcut(press({ code: 'Minus', key: '?', shiftKey: true }))?.id).toBe('help');
});

it('has no key twice', () => {
  const combinations = shortcuts.map(({ code, hasControl, hasShift }) => `${code} ${hasControl} ${hasShift}`);
  expect(new Set(combinations).size).toBe(combinations.length);
});
