import { expect, it } from 'vitest';
import { mentionedIn, mentionParts } from './mentions.ts';

const people = [
  { id: 1, full_name: 'Noor' },
  { id: 2, full_name: 'Noor Agent' },
  { id: 3, full_name: 'Zoë Quill' },
];

it('finds whom a note calls, by the longest name', () => {
  expect(mentionedIn('@Noor Agent, ask @Zoë Quill and @Zoë Quill', people)).toEqual([2, 3]);
  expect(mentionedIn('@Noor: see', people)).toEqual([1]);
  expect(mentionedIn('mail a@Noor? nobody@example.com', [])).toEqual([]);
});

it('keeps the text whole', () => {
  const text = 'Hi @Zoë Quill!';
  expect(mentionParts(text, people)).toEqual([
    { text: 'Hi ', id: null },
    { text: '@Zoë Quill', id: 3 },
    { text: '!', id: null },
  ]);
});
