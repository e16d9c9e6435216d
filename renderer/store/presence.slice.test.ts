import { expect, it } from 'vitest';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';

function openDesk() {
  const desk = createDesk({
    'tickets.get': ({ uid }) => ticketDetail({ ticket: ticketRow({ uid }) }),
    'tickets.markSeen': () => null,
    'drafts.save': () => null,
    'presence.set': () => null,
  });
  const said = () => desk.asked.filter(({ name }) => name === 'presence.set').map(({ args }) => args);
  return { ...desk, said };
}

it('says once what changes: looking, typing, a draft left behind, elsewhere', async () => {
  const { store, said, elapse } = openDesk();
  await store.getState().showTicket(uidOf(1));
  store.getState().write('H');
  store.getState().write('Hi');
  elapse();
  await store.getState().showTicket(uidOf(2));
  await store.getState().showTicket(null);
  expect(said()).toEqual([
    { ticket_uid: uidOf(1), state: 'viewing' },
    { ticket_uid: uidOf(1), state: 'typing' },
    { ticket_uid: uidOf(1), state: 'draft' },
    { ticket_uid: uidOf(1), state: null },
    { ticket_uid: uidOf(2), state: 'viewing' },
    { ticket_uid: uidOf(2), state: null },
  ]);
});

it('knows who else is on the open ticket, and forgets them with it', async () => {
  const { store } = openDesk();
  await store.getState().showTicket(uidOf(1));
  const people = [{ user_id: 4, state: 'typing' as const }];
  store.getState().hearPresence({ ticket_uid: uidOf(2), people });
  expect(store.getState().present).toBeNull();
  store.getState().hearPresence({ ticket_uid: uidOf(1), people });
  expect(store.getState().present).toEqual({ ticket_uid: uidOf(1), people });
  await store.getState().showTicket(uidOf(2));
  expect(store.getState().present).toBeNull();
});
