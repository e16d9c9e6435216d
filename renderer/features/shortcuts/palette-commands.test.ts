import { expect, it } from 'vitest';
import { createDesk } from '../../store/test-bridge.ts';
import { profileRow, ticketDetail, ticketRow, uidOf } from '../../ui/tickets/test-rows.ts';
import { commandsFor, commandsMatching } from './palette-commands.ts';

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

const labelsOf = (commands: readonly { label: string }[]) => commands.map(({ label }) => label);

it('offers nothing of a ticket while none is open', () => {
  const commands = commandsFor(openDesk().store.getState(), []);
  expect(commands.map(({ group }) => group)).not.toContain('Ticket');
  expect(labelsOf(commands)).toContain('Go to Unassigned');
  expect(labelsOf(commands)).toContain('Sign out');
});

it('offers what the open ticket allows, with the keys of the shortcuts', async () => {
  const { store } = openDesk();
  await store.getState().showTicket(uidOf(1));
  const commands = commandsFor(store.getState(), []);
  const labels = labelsOf(commands);
  expect(commands.find(({ label }) => label === 'Resolve')?.keys).toBe('E');
  expect(labels).toContain('Priority: Low');
  expect(labels).not.toContain('Priority: High');
  expect(labels).toContain('Assign to Zoe Quill');
  expect(labels).toContain('Assign to nobody');
  expect(labels).not.toContain('Assign to Person 2');
});

it('makes the change that was chosen', async () => {
  const { store, asked } = openDesk();
  await store.getState().showTicket(uidOf(1));
  const [first] = commandsMatching(commandsFor(store.getState(), []), 'zoe');
  first?.run({ state: store.getState(), go: () => undefined });
  expect(asked.at(-1)).toMatchObject({ name: 'mutate', args: { args: { assignee_id: 3 } } });
});

it('jumps to a ticket by its number, and says when it is not here', async () => {
  const { store } = openDesk();
  const gone: unknown[] = [];
  for (const text of ['#12', '99']) {
    const [jump] = commandsMatching([], text);
    jump?.run({ state: store.getState(), go: (...to) => gone.push(to) });
  }
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(gone).toEqual([['mine', uidOf(1)]]);
  expect(store.getState().toasts[0]?.text).toBe('#99 is not on this computer');
});

it('falls back to the search', () => {
  expect(labelsOf(commandsMatching([], 'late parcel'))).toEqual(['Search tickets for “late parcel”']);
  expect(commandsMatching([], '')).toEqual([]);
});
