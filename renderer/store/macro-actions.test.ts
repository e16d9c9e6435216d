import { expect, it } from 'vitest';
import { macroActions, macroEffects } from './macro-actions.ts';

const nameOf = (id: number) => `Person ${id}`;
const body = {
  text: 'Hello {{customer.name}}',
  status: 'waiting_user',
  priority: 'high',
  assignee_id: 'me',
  add_tags: ['refund', 'vip'],
  remove_tags: ['new'],
} as const;

it('sets the status last, because an assignment may move it, too', () => {
  const shaped = { ...body, add_tags: [...body.add_tags], remove_tags: [...body.remove_tags] };
  const effects = macroEffects(shaped, 7, nameOf);
  expect(effects.map(({ text }) => text)).toEqual([
    '+ refund, vip',
    '− new',
    'Priority: High',
    'Assign to me',
    'Status: Waiting on customer',
  ]);
  expect(effects[3]?.action).toEqual({ kind: 'assign', to: 7 });
});

it('says its text before it sets anything, as a note where it is one', () => {
  const me = { id: 7, full_name: 'Noor Agent' };
  const note = macroActions({ body: { text: 'Look at this', is_note: true, assignee_id: null } }, me, nameOf);
  expect(note).toEqual([
    { kind: 'note', text: 'Look at this', agentName: 'Noor Agent' },
    { kind: 'assign', to: null },
  ]);
  expect(macroActions({ body: { text: '  ', status: 'closed' } }, me, nameOf)).toEqual([
    { kind: 'status', to: 'closed' },
  ]);
});
