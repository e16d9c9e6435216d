import { expect, it } from 'vitest';
import { conflictOf } from '../../ui/tickets/test-rows.ts';
import { choiceWord, reasonText, wantedText } from './conflict-words.ts';

const nameOf = (id: number) => `Person ${id}`;

it('calls the choices by what they do', () => {
  const reply = conflictOf();
  const status = conflictOf({ name: 'ticket-status', text: null });
  expect(reply.choices.map((choice) => choiceWord(choice, reply))).toEqual([
    'Send on top',
    'Edit',
    'Keep as note',
    'Discard',
  ]);
  expect(choiceWord('redo', status)).toBe('Apply anyway');
});

it('says what was wanted when there is no text', () => {
  const status = conflictOf({ name: 'ticket-status', args: { to: 'resolved' }, text: null });
  const assign = conflictOf({ name: 'ticket-assign', args: { assignee_id: 3 }, text: null });
  expect(wantedText(status, nameOf)).toBe('Set the status to Resolved');
  expect(wantedText(assign, nameOf)).toBe('Assign the ticket to Person 3');
});

it('says why', () => {
  const overtaken = conflictOf({
    refusal: { code: 'overtaken', field: 'status', base: 'opened', current: 'closed' },
  });
  expect(reasonText(overtaken, nameOf)).toBe('Somebody set the status to Closed in between.');
  expect(reasonText(conflictOf(), nameOf)).toBe('A colleague answered in between.');
});
