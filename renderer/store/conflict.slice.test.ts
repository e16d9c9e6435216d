import { describe, expect, it } from 'vitest';
import { nextConflict } from './conflict.slice.ts';
import { createDesk } from './test-bridge.ts';
import { conflictOf, ticketDetail, uidOf } from '../ui/tickets/test-rows.ts';

const draft = {
  ticket_uid: uidOf(1),
  mode: 'reply',
  text: 'What I wrote',
  seen_reply_uid: null,
  updated_at: 1,
} as const;

describe('conflict slice', () => {
  it('goes on to the next conflict of the same ticket only', () => {
    const [first, second] = [conflictOf(), conflictOf({ id: 2 })];
    const elsewhere = conflictOf({ id: 3, ticket_uid: uidOf(2) });
    expect(nextConflict([first, elsewhere, second], first)).toBe(second);
    expect(nextConflict([first, elsewhere], first)).toBeNull();
  });

  it('puts a text to be edited into the composer and keeps what was being written', async () => {
    let isResolved = false;
    const { store } = createDesk({
      'tickets.get': () => ticketDetail({ draft: isResolved ? draft : null }),
      'tickets.markSeen': () => null,
      'drafts.save': () => null,
      'conflicts.list': () => (isResolved ? [] : [conflictOf()]),
      'conflicts.resolve': () => {
        isResolved = true;
        return null;
      },
    });
    await store.getState().showTicket(uidOf(1));
    await store.getState().refreshConflicts();
    store.getState().write('Begun since');
    await store.getState().resolveConflict(1, 'edit');
    expect(store.getState().composer?.text).toBe('What I wrote\n\nBegun since');
    expect(store.getState().conflicts).toEqual([]);
  });

  it('closes the sheet when its conflict is settled elsewhere', async () => {
    const { store } = createDesk({ 'conflicts.list': () => [] });
    store.setState({ conflicts: [conflictOf()], sheetConflictId: 1 });
    await store.getState().refreshConflicts();
    expect(store.getState().sheetConflictId).toBeNull();
  });
});
