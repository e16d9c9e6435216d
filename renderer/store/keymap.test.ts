import { describe, expect, it } from 'vitest';
import {
  bindingLabel,
  commandIds,
  defaultKeymap,
  holderOf,
  isPlain,
  keymapWith,
  matchKeys,
  parseChoices,
  strokeOf,
  type KeyPress,
} from './keymap.ts';

const press = (fields: Partial<KeyPress>): KeyPress => ({
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...fields,
});

/** The command of one press. */
function commandOf(fields: Partial<KeyPress>) {
  const stroke = strokeOf(press(fields));
  return stroke === null ? null : matchKeys(defaultKeymap, null, stroke).id;
}

describe('a key press', () => {
  it('goes by the physical key, whatever the layout prints on it', () => {
    expect(commandOf({ code: 'KeyJ', key: 'о' })).toBe('next');
  });

  it('leaves combinations of the browser alone', () => {
    expect(commandOf({ code: 'KeyR', key: 'r', ctrlKey: true })).toBeNull();
    expect(commandOf({ code: 'KeyR', key: 'r', metaKey: true })).toBeNull();
    expect(commandOf({ code: 'KeyE', key: 'e', altKey: true })).toBeNull();
  });

  it('finds the list of keys by its sign', () => {
    expect(commandOf({ code: 'Minus', key: '?', shiftKey: true })).toBe('help');
  });

  it('is none while only modifiers are held', () => {
    expect(strokeOf(press({ code: 'ShiftLeft', key: 'Shift', shiftKey: true }))).toBeNull();
  });

  it('counts as a letter without Ctrl and Alt', () => {
    expect(isPlain('Shift+KeyK')).toBe(true);
    expect(isPlain('Ctrl+Shift+KeyK')).toBe(false);
  });
});

describe('two strokes', () => {
  it('lead to a view, the first one to nothing', () => {
    expect(matchKeys(defaultKeymap, null, 'KeyG')).toEqual({ id: null, isBeginning: true });
    expect(matchKeys(defaultKeymap, 'KeyG', 'KeyU')).toEqual({ id: 'unassigned', isBeginning: false });
  });

  it('may begin with a command of its own', () => {
    expect(matchKeys(defaultKeymap, null, 'Period')).toEqual({ id: 'copy_number', isBeginning: true });
    expect(matchKeys(defaultKeymap, 'Period', 'Period')).toEqual({ id: 'copy_link', isBeginning: false });
  });

  it('that lead nowhere leave the second one its own meaning', () => {
    expect(matchKeys(defaultKeymap, 'KeyG', 'KeyJ').id).toBe('next');
  });
});

it('has no key twice', () => {
  const bindings = commandIds.flatMap((id) => [...defaultKeymap[id]]);
  expect(new Set(bindings).size).toBe(bindings.length);
});

it('takes the choices of its user, and forgets what it does not know', () => {
  const choices = parseChoices('{"reply":"Ctrl+KeyR","wait":null,"dance":"KeyD","note":7}');
  expect(choices).toEqual({ reply: 'Ctrl+KeyR', wait: null });
  const keymap = keymapWith(choices);
  expect(keymap.reply).toEqual(['Ctrl+KeyR']);
  expect(keymap.wait).toEqual([]);
  expect(holderOf(keymap, 'note', 'Ctrl+KeyR')).toBe('reply');
  expect(parseChoices('not json')).toEqual({});
});

it.each([
  ['Ctrl+Shift+KeyK', 'Ctrl+Shift+K'],
  ['KeyG KeyM', 'G M'],
  ['Shift+Slash', '?'],
  ['Ctrl+Period', 'Ctrl+.'],
  ['Digit1', '1'],
])('writes %s as %s', (binding, label) => {
  expect(bindingLabel(binding)).toBe(label);
});
