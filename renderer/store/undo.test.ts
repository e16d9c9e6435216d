import { describe, expect, it } from 'vitest';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';
import { planAction } from './ticket-action.ts';

async function openDesk() {
  const ticket = ticketRow({ status: 'in_progress', assignee_id: 3, priority: 'low' });
  const desk = createDesk({
    'tickets.get': () => ticketDetail({ ticket }),
    'tickets.markSeen': () => null,
    mutate: () => ({ id: 1 }),
  });
  await desk.store.getState().showTicket(uidOf(1));
  return desk;
}

it('offers no way back that the statuses do not have', () => {
  const newUid = () => uidOf(9);
  const opened = planAction({ kind: 'status', to: 'opened' }, ticketRow({ status: 'new' }), newUid);
  expect(opened.reversal).toBeNull();
  const held = planAction({ kind: 'status', to: 'on_hold' }, ticketRow({ status: 'in_progress' }), newUid);
  expect(held.reversal).toMatchObject({ action: { to: 'in_progress' }, base: { status: 'on_hold' } });
});

it('leads back from a merge, and from taking one back', () => {
  const newUid = () => uidOf(9);
  const into = { uid: uidOf(2), id: 2, subject: 'The other' };
  const merged = planAction({ kind: 'merge', into }, ticketRow({}), newUid);
  expect(merged.reversal).toMatchObject({ action: { kind: 'unmerge' } });
  const unmerged = planAction({ kind: 'unmerge' }, ticketRow({ merged_into_uid: uidOf(2) }), newUid);
  expect(unmerged.reversal).toMatchObject({ action: { kind: 'merge', into: { uid: uidOf(2) } } });
});

describe('undo', () => {
  it('is a change of its own, on top of what its author made', async () => {
    const { store, asked } = await openDesk();
    await store.getState().act({ kind: 'assign', to: null });
    expect(store.getState().toasts).toMatchObject([{ text: 'Assigned to nobody', canUndo: true }]);
    await store.getState().undo();
    expect(asked.at(-1)?.args).toMatchObject({
      name: 'ticket-assign',
      args: { ticket_uid: uidOf(1), assignee_id: 3, base: null },
    });
    expect(store.getState().toasts).toMatchObject([{ text: 'Undone', canUndo: false }]);
  });

  it('takes the last change only, and once', async () => {
    const { store, asked } = await openDesk();
    await store.getState().act({ kind: 'status', to: 'on_hold' });
    await store.getState().act({ kind: 'priority', to: 'high' });
    expect(store.getState().toasts.map(({ text }) => text)).toEqual(['Priority: High']);
    await Promise.all([store.getState().undo(), store.getState().undo()]);
    const changes = asked.filter(({ name }) => name === 'mutate');
    expect(changes).toHaveLength(3);
    expect(changes[2]?.args).toMatchObject({ name: 'ticket-priority', args: { priority: 'low' } });
  });

  it('is open for eight seconds', async () => {
    const { store, asked, elapse } = await openDesk();
    await store.getState().act({ kind: 'priority', to: 'high' });
    elapse();
    expect(store.getState()).toMatchObject({ undoable: null, toasts: [] });
    await store.getState().undo();
    expect(asked.filter(({ name }) => name === 'mutate')).toHaveLength(1);
  });
});
