import { expect, test } from 'vitest';
import { findMutator, mutatorNames } from './registry.ts';
import { upcast, upcasters, type UpcasterRegistry } from './upcast.ts';

/** A history that a mutator might have had: `body` was renamed, then what was seen was added. */
const history: UpcasterRegistry = {
  'ticket-reply': {
    1: ({ body, ...rest }) => ({ ...rest, text: body }),
    2: (args) => ({ ...args, seen_reply_uid: null }),
  },
};
const versionOf = (name: string): number | null => (name === 'ticket-reply' ? 3 : null);

test.each([
  [1, { body: 'Hello' }, { text: 'Hello', seen_reply_uid: null }],
  [2, { text: 'Hello' }, { text: 'Hello', seen_reply_uid: null }],
  [3, { text: 'Hello', seen_reply_uid: 'x' }, { text: 'Hello', seen_reply_uid: 'x' }],
])('version %i is brought to the present one, step by step', (version, args, expected) => {
  const brought = upcast({ name: 'ticket-reply', version, args }, history, versionOf);
  expect(brought).toEqual({ kind: 'current', version: 3, args: expected });
});

test('what a later Waypost wrote, and what nobody knows, is said to be so', () => {
  const at = (name: string, version: number) => upcast({ name, version, args: {} }, history, versionOf).kind;
  expect(at('ticket-reply', 4)).toBe('newer');
  expect(at('ticket-reply', 0)).toBe('unknown');
  expect(at('ticket-juggle', 1)).toBe('unknown');
});

test('no step of any mutator is missing', () => {
  for (const name of mutatorNames) {
    const version = findMutator(name)?.version ?? 0;
    for (let from = 1; from < version; from += 1)
      expect(upcasters[name]?.[from], `${name} ${from}`).toBeDefined();
  }
});
