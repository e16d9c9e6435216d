import { expect, it } from 'vitest';
import type { Macro } from './macro-calls.ts';
import { bodyOf, formOf } from './macro-form.ts';

const macro: Macro = {
  id: 1,
  ver: 1,
  name: 'Refund',
  visibility: 'team',
  department: 'payment',
  body: {
    text: 'Hello {{customer.name}}',
    is_note: true,
    status: 'resolved',
    priority: 'low',
    assignee_id: null,
    add_tags: ['refund', 'vip'],
    remove_tags: ['new'],
  },
  updated_at: '',
};

it('comes back from the form as it went in', () => {
  expect(bodyOf(formOf(macro))).toEqual(macro.body);
  for (const assignee_id of ['me', 7] as const) {
    expect(bodyOf(formOf({ ...macro, body: { assignee_id } }))).toEqual({ assignee_id });
  }
});

it('does nothing while nothing is filled in', () => {
  expect(bodyOf(formOf(null))).toBeNull();
  expect(bodyOf({ ...formOf(null), isNote: true, text: '  ', addTags: ' , ' })).toBeNull();
  expect(bodyOf({ ...formOf(null), addTags: 'a, a,b' })).toEqual({ add_tags: ['a', 'b'] });
});
