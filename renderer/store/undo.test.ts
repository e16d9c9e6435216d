import { describe, expect, it } from 'vitest';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';
import { undoOfStatus } from './undo.ts';

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
  expect(undoOfStatus(ticketRow({ status: 'new' }), 'opened')).toBeNull();
  expect(undoOfStatus(ticketRow({ status: 'in_progress' }), 'on_hold')).toMatchObject({
    to: 'in_progress',
    base: 'on_hold',
  });
});

describe('undo', () => {
  it('is a change of its own, on top of what its author made', async () => {
    const { store, asked } = await openDesk();
    await store.getState().assign(null);
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
    await store.getState().moveStatus('on_hold');
    await store.getState().setPriority('high');
    expect(store.getState().toasts.map(({ text }) => text)).toEqual(['Priority: High']);
    await Promise.all([store.getState().undo(), store.getState().undo()]);
    const changes = asked.filter(({ name }) => name === 'mutate');
    expect(changes).toHaveLength(3);
    expect(changes[2]?.args).toMatchObject({ name: 'ticket-priority', args: { priority: 'low' } });
  });

  it('is open for eight seconds', async () => {
    const { store, asked, elapse } = await openDesk();
    await store.getState().setPriority('high');
    elapse();
    expect(store.getState()).toMatchObject({ undoable: null, toasts: [] });
    await store.getState().undo();
    expect(asked.filter(({ name }) => name === 'mutate')).toHaveLength(1);
  });
});
