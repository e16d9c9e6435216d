import { describe, expect, it } from 'vitest';
import { triggerAt, withChosen } from './trigger.ts';

describe('a text that asks for something', () => {
  it.each([
    ['/ref', 'macro', 'ref'],
    ['Hello\n/', 'macro', ''],
    ['Please ask @no', 'person', 'no'],
    ['??card limit', 'faq', 'card limit'],
    ['Dear Jane, ??', 'faq', ''],
  ])('%j', (text, kind, wanted) => {
    expect(triggerAt(text, text.length)).toMatchObject({ kind, wanted, end: text.length });
  });

  it.each(['and/or', 'a@b.example', 'Really??', 'see /path/to', '/done now', 'https://x/y'])(
    'and one that does not: %j',
    (text) => expect(triggerAt(text, text.length)).toBeNull(),
  );
});

it('replaces what asked by what was chosen', () => {
  const text = 'Ask @no, please';
  const trigger = triggerAt(text, 7);
  expect(trigger).toMatchObject({ start: 4, end: 7 });
  expect(withChosen(text, { start: 4, end: 7 }, '@Noor Agent')).toEqual({
    text: 'Ask @Noor Agent, please',
    caret: 15,
  });
  expect(withChosen('/x', { start: 0, end: 2 }, 'Hello')).toEqual({ text: 'Hello ', caret: 6 });
});
