import { describe, expect, it } from 'vitest';
import type { ConsoleArgs } from '#shared/protocol/ipc.ts';
import type { Mutated } from '#shared/protocol/kept-change.ts';
import { listItem, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';

/** A view of `count` tickets, of which the list loads sixty. `refused`: those that somebody else has moved on. */
async function openView(count: number, refused: readonly number[] = []) {
  const all = Array.from({ length: count }, (_, index) => listItem(index + 1));
  const desk = createDesk({
    'tickets.list': ({ after, limit }) => {
      const start = after === null ? 0 : all.findIndex((item) => item.ticket.uid === after.uid) + 1;
      const items = all.slice(start, start + limit);
      const last = items.at(-1)?.ticket;
      const hasMore = last !== undefined && start + limit < all.length;
      return { items, next: hasMore ? { key: last.updated_at, uid: last.uid } : null };
    },
    'tickets.rows': ({ uids }) => all.map((item) => item.ticket).filter(({ uid }) => uids.includes(uid)),
    mutate: ({ args }: ConsoleArgs<'mutate'>): Mutated => {
      const { ticket_uid, base } = args as { ticket_uid: string; base: string };
      return refused.some((number) => uidOf(number) === ticket_uid)
        ? { refusal: { code: 'overtaken', field: 'status', base, current: 'closed' } }
        : { id: 1 };
    },
  });
  await desk.store.getState().refreshList();
  const changes = () => desk.asked.filter(({ name }) => name === 'mutate').map(({ args }) => args);
  return { ...desk, state: () => desk.store.getState(), changes };
}

describe('selecting', () => {
  it('takes rows one by one, as ranges, and with the highlight', async () => {
    const { state } = await openView(9);
    state().toggleSelected(uidOf(2));
    state().selectTo(uidOf(4));
    expect([...state().selectedUids]).toEqual([uidOf(2), uidOf(3), uidOf(4)]);
    state().toggleSelected(uidOf(3));
    state().highlight(uidOf(7));
    state().extendSelection(1);
    expect([...state().selectedUids]).toEqual([uidOf(2), uidOf(4), uidOf(7), uidOf(8)]);
    expect(state().highlightedUid).toBe(uidOf(8));
  });

  it('reaches beyond what is loaded, and ends with the view', async () => {
    const { state } = await openView(1234);
    state().selectShown();
    expect(state().selectedUids.size).toBe(60);
    await state().selectMatching();
    expect(state().selectedUids.size).toBe(1234);
    await state().showView('closed');
    expect(state().selectedUids.size).toBe(0);
  });
});

describe('acting on the selection', () => {
  it('changes every ticket on top of what was seen of it, and takes the whole batch back at once', async () => {
    const { state, changes } = await openView(700);
    await state().selectMatching();
    await state().actOnSelected({ kind: 'status', to: 'resolved' });
    expect(changes()).toHaveLength(700);
    expect(changes()[699]).toMatchObject({
      args: { ticket_uid: uidOf(700), to: 'resolved', base: 'opened' },
    });
    expect(state()).toMatchObject({ bulkRun: null, bulkProblems: null });
    expect(state().toasts).toMatchObject([{ text: '700 tickets · Status: Resolved', canUndo: true }]);
    await state().undo();
    expect(changes()).toHaveLength(1400);
    expect(changes()[700]).toMatchObject({
      args: { ticket_uid: uidOf(700), to: 'opened', base: 'resolved' },
    });
    expect(state().toasts).toMatchObject([{ text: 'Undone: 700 changes' }]);
  });

  it('tells ticket by ticket what was not changed, and keeps that selected', async () => {
    const { state, changes } = await openView(3, [2]);
    state().selectShown();
    await state().actOnSelected({ kind: 'status', to: 'on_hold' });
    expect(state().bulkProblems?.problems).toMatchObject([
      { ticket: { id: 2 }, reason: 'somebody set the status to Closed in between.' },
    ]);
    expect([...state().selectedUids]).toEqual([uidOf(2)]);
    await state().undo();
    expect(changes().slice(3)).toMatchObject([
      { args: { ticket_uid: uidOf(3) } },
      { args: { ticket_uid: uidOf(1) } },
    ]);
  });

  it('reads a ticket anew before the second of two changes', async () => {
    const { state, changes, asked } = await openView(1);
    state().toggleSelected(uidOf(1));
    await state().actOnSelected({ kind: 'assign', to: 7 }, { kind: 'status', to: 'resolved' });
    expect(asked.map(({ name }) => name).slice(-3)).toEqual(['mutate', 'tickets.rows', 'mutate']);
    expect(changes()[1]).toMatchObject({ args: { base: ticketRow().status } });
  });

  it('stops before the next ticket', async () => {
    const { state, store, changes } = await openView(5);
    state().selectShown();
    store.subscribe(({ bulkRun }) => {
      if (bulkRun?.doneCount === 2) state().stopBulk();
    });
    await state().actOnSelected({ kind: 'priority', to: 'high' });
    expect(changes()).toHaveLength(2);
    expect(state().toasts).toMatchObject([{ text: '2 tickets · Priority: High' }]);
  });
});
