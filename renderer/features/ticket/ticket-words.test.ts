import { expect, it } from 'vitest';
import { audienceText } from './audience-text.ts';
import { kindOfMessage } from './message.tsx';
import { tagsOf } from '../../ui/tickets/tags.ts';

it.each([
  ['["a","b","a"]', ['a', 'b']],
  ['[1,"a"]', ['a']],
  ['{}', []],
  ['not json', []],
])('reads the tags of %s', (tags, expected) => {
  expect(tagsOf({ tags })).toEqual(expected);
});

it('names the reader and the way', () => {
  const customer = { requester_name: 'Jane', requester_email: null };
  expect(audienceText('reply', { ...customer, source: 'whatsapp' })).toBe('to Jane by WhatsApp');
  expect(audienceText('reply', { requester_name: null, requester_email: null, source: 'api' })).toBe(
    'to the customer',
  );
  expect(audienceText('note', { ...customer, source: 'web' })).toBe('for your team only');
});

it('never takes a note for a reply', () => {
  expect(kindOfMessage({ visibility: 'staff', sender_type: 'operator' })).toBe('note');
  expect(kindOfMessage({ visibility: 'public', sender_type: 'ai' })).toBe('us');
  expect(kindOfMessage({ visibility: 'public', sender_type: 'user' })).toBe('customer');
});
