import { expect, it } from 'vitest';
import type { Macro } from '../../store/macro-actions.ts';
import { createDesk } from '../../store/test-bridge.ts';
import { profileRow, ticketDetail, ticketRow, uidOf } from '../../ui/tickets/test-rows.ts';
import { foundChoices } from './found-choices.ts';
import { choicesFor, choicesMatching } from './palette-choices.ts';

function openDesk() {
  const detail = ticketDetail({ ticket: ticketRow({ status: 'opened', priority: 'high', assignee_id: 2 }) });
  const desk = createDesk({
    'tickets.get': () => detail,
    'tickets.markSeen': () => null,
    'tickets.find': ({ id }) => (id === 12 ? uidOf(1) : null),
    mutate: () => ({ id: 1 }),
  });
  desk.store.setState({ people: [profileRow(2), profileRow(3, { full_name: 'Zoe Quill' })] });
  return desk;
}

const labelsOf = (choices: readonly { label: string }[]) => choices.map(({ label }) => label);

it('offers nothing of a ticket while none is open', () => {
  const choices = choicesFor(openDesk().store.getState(), []);
  expect(choices.map(({ group }) => group)).not.toContain('Ticket');
  expect(labelsOf(choices)).toContain('Go to Unassigned');
  expect(labelsOf(choices)).toContain('Sign out');
});

it('offers what the open ticket allows, with the keys of the shortcuts', async () => {
  const { store } = openDesk();
  await store.getState().showTicket(uidOf(1));
  const choices = choicesFor(store.getState(), []);
  const labels = labelsOf(choices);
  expect(choices.find(({ label }) => label === 'Resolve')?.keys).toBe('E');
  expect(labels).toContain('Priority: Low');
  expect(labels).not.toContain('Priority: High');
  expect(labels).toContain('Assign to Zoe Quill');
  expect(labels).toContain('Assign to nobody');
  expect(labels).not.toContain('Assign to Person 2');
});

it('makes the change that was chosen', async () => {
  const { store, asked } = openDesk();
  await store.getState().showTicket(uidOf(1));
  const [first] = choicesMatching(choicesFor(store.getState(), []), 'zoe');
  first?.run({ state: store.getState(), go: () => undefined });
  expect(asked.at(-1)).toMatchObject({ name: 'mutate', args: { args: { assignee_id: 3 } } });
});

it('jumps to a ticket by its number, and says when it is not here', async () => {
  const { store } = openDesk();
  const gone: unknown[] = [];
  for (const text of ['#12', '99']) {
    const [jump] = choicesMatching([], text);
    jump?.run({ state: store.getState(), go: (...to) => gone.push(to) });
  }
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(gone).toEqual([['mine', uidOf(1)]]);
  expect(store.getState().toasts[0]?.text).toBe('#99 is not on this computer');
});

it('offers macros for the open ticket, and the customers and tickets that fit', async () => {
  const { store } = openDesk();
  const macro = { uid: uidOf(9), name: 'Refund', kind: 'macro', body: { text: 'Paid.' } } as Macro;
  store.setState({ macros: [macro] });
  expect(labelsOf(choicesFor(store.getState(), []))).not.toContain('Macro: Refund');
  await store.getState().showTicket(uidOf(1));
  expect(labelsOf(choicesFor(store.getState(), []))).toContain('Macro: Refund');

  const ticket = ticketRow({ id: 7, subject: 'Lost parcel', requester_name: 'Asha Rao' });
  const plain = (text: string, is_match: boolean) => [{ text, is_match }];
  const hit = { ticket, subject: [], excerpt: [], requester: plain('Asha Rao', true) };
  const other = {
    ...hit,
    ticket: { ...ticket, id: 8, requester_name: 'Ben Ash' },
    requester: plain('Ben', false),
  };
  const found = foundChoices([hit, hit, other]);
  expect(labelsOf(found)[0]).toBe('Customer: Asha Rao');
  expect(labelsOf(found)).toContain('#8 Lost parcel · Ben Ash');
  expect(labelsOf(found)).not.toContain('Customer: Ben Ash');
  expect(labelsOf(choicesMatching([], 'ash', found)).at(-1)).toContain('ash');
  // Letters that stand in a command by chance come after what was found.
  const command = (label: string) => ({ group: 'app' as const, label, run: () => undefined });
  const commands = [command('Connection and unsent changes')];
  expect(labelsOf(choicesMatching(commands, 'asha', found))).toEqual([
    ...labelsOf(found),
    'Connection and unsent changes',
    'Search tickets for “asha”',
  ]);
  expect(labelsOf(choicesMatching(commands, 'unsent', found))[0]).toBe('Connection and unsent changes');
});

it('falls back to the search', () => {
  expect(labelsOf(choicesMatching([], 'late parcel'))).toEqual(['Search tickets for “late parcel”']);
  expect(choicesMatching([], '')).toEqual([]);
});
