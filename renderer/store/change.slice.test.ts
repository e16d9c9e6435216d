import { describe, expect, it } from 'vitest';
import { createDesk } from './test-bridge.ts';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';

async function openDesk(refused: boolean) {
  const detail = ticketDetail({ ticket: ticketRow({ status: 'opened', assignee_id: 3 }) });
  const desk = createDesk({
    'tickets.get': () => detail,
    'tickets.markSeen': () => null,
    mutate: () => (refused ? { refusal: { code: 'forbidden' } } : { id: 1 }),
  });
  await desk.store.getState().showTicket(uidOf(1));
  return desk;
}

describe('change slice', () => {
  it('carries what its author saw', async () => {
    const { store, asked } = await openDesk(false);
    await store.getState().act({ kind: 'status', to: 'resolved' });
    await store.getState().act({ kind: 'assign', to: null });
    const changes = asked.filter((call) => call.name === 'mutate').map((call) => call.args);
    expect(changes[0]).toMatchObject({ name: 'ticket-status', args: { to: 'resolved', base: 'opened' } });
    expect(changes[1]).toMatchObject({ name: 'ticket-assign', args: { assignee_id: null, base: 3 } });
  });

  it('says when a change was refused at once', async () => {
    const { store } = await openDesk(true);
    await store.getState().act({ kind: 'priority', to: 'high' });
    expect(store.getState().toasts[0]?.text).toBe('Not changed: you may no longer change this ticket.');
  });

  it('does nothing without a ticket', async () => {
    const { store, asked } = createDesk({});
    await store.getState().act({ kind: 'category', to: 'loan' });
    expect(asked).toEqual([]);
  });
});
