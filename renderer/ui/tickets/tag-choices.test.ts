import { expect, it } from 'vitest';
import { tagChoices, tagsFitting } from './tag-choices.tsx';
import { readTags } from './tags.ts';

it('puts what begins with the letters first, the most used before others', () => {
  expect(tagsFitting(['vip', 'late', 'chargeback', 'gateway'], 'at')).toEqual(['late', 'gateway']);
  expect(tagsFitting(['kyc', 'vip', 'card'], '')).toEqual(['kyc', 'vip', 'card']);
  expect(tagsFitting(['old card', 'Card'], 'card')).toEqual(['Card', 'old card']);
});

it('takes off what is carried, and makes what is new', () => {
  const toggled: [string, boolean][] = [];
  const options = {
    known: ['vip', 'card'],
    carried: ['card'],
    onToggle: (tag: string, isAdded: boolean) => void toggled.push([tag, isAdded]),
  };
  tagChoices('ca', options).forEach(({ choose }) => choose());
  expect(toggled).toEqual([
    ['card', false],
    ['ca', true],
  ]);
  expect(tagChoices('vip', options).map(({ text }) => text)).toEqual(['vip']);
});

it('reads tags', () => {
  expect(readTags(' refund, money ,, refund')).toEqual(['refund', 'money']);
  expect(readTags('')).toEqual([]);
});
