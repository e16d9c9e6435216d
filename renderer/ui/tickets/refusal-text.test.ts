import { expect, it } from 'vitest';
import type { Refusal } from '#shared/mutators/refusal.ts';
import { refusalText } from './refusal-text.ts';

it.each<[Refusal, string]>([
  [{ code: 'forbidden' }, 'you may no longer change this ticket.'],
  [
    { code: 'invalid_transition', from: 'closed', to: 'on_hold' },
    'a ticket cannot go from Closed to On hold.',
  ],
  [
    { code: 'overtaken', field: 'assignee_id', base: 1, current: 2 },
    'the ticket went to Person 2 in between.',
  ],
  [
    { code: 'overtaken', field: 'assignee_id', base: 1, current: null },
    'somebody took the assignee away in between.',
  ],
  [{ code: 'assignee_inactive', assignee_id: 3, username: 'x' }, 'Person 3 is no longer active.'],
])('puts %j into words', (refusal, text) => {
  expect(refusalText(refusal, (id) => `Person ${id}`)).toBe(text);
});
