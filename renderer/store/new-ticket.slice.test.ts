import { expect, it } from 'vitest';
import type { Mutated } from '#shared/protocol/kept-change.ts';
import { ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { emptyTicket, problemsOf } from './new-ticket.ts';
import { createDesk } from './test-bridge.ts';

function openForm(mutated: Mutated = { id: 1 }) {
  const desk = createDesk({ mutate: () => mutated });
  desk.store.getState().startTicket();
  return desk;
}

it('begins in the author’s department', () => {
  expect(emptyTicket('loan').category).toBe('loan');
  expect(emptyTicket(null).category).toBe('general');
});

it('names what is missing, and takes it back once it is there', async () => {
  const { store, asked } = openForm();
  store.getState().writeTicket({ email: 'jane' });
  expect(await store.getState().createTicket()).toBeNull();
  expect(Object.keys(store.getState().newTicketProblems)).toEqual(['subject', 'description', 'email']);
  expect(asked).toEqual([]);
  store.getState().writeTicket({ subject: 'Card', email: 'jane@example.com' });
  expect(Object.keys(store.getState().newTicketProblems)).toEqual(['description']);
  expect(problemsOf({ ...emptyTicket(null), subject: 'a', description: 'b' })).toEqual({});
});

it('creates the ticket once and names it', async () => {
  const { store, asked } = openForm();
  store.getState().writeTicket({ subject: ' Card ', description: 'Declined', name: 'Jane', phone: ' ' });
  const [uid, again] = await Promise.all([store.getState().createTicket(), store.getState().createTicket()]);
  expect(again).toBeNull();
  expect(asked).toHaveLength(1);
  expect(asked[0]?.args).toMatchObject({
    name: 'ticket-create',
    args: { ticket_uid: uid, subject: 'Card', phone_number: null, requester: { name: 'Jane', email: null } },
  });
  expect(store.getState()).toMatchObject({ newTicket: null, isNewTicketOpen: false });
});

it('keeps what was written when the dialog is left or the ticket refused', async () => {
  const { store } = openForm({ refusal: { code: 'forbidden' } });
  store.getState().writeTicket({ subject: 'Card', description: 'Declined' });
  expect(await store.getState().createTicket()).toBeNull();
  expect(store.getState().toasts).toHaveLength(1);
  store.getState().leaveTicket();
  store.getState().startTicket();
  expect(store.getState().newTicket?.subject).toBe('Card');
});

it('takes a ticket back that was never sent, to be written on, and writes nothing over', async () => {
  const unsent = ticketRow({ id: null, subject: 'Card', description: 'Declined', split_from_uid: uidOf(2) });
  const item = { id: 4, ticket_uid: unsent.uid };
  const { store, asked } = createDesk({
    'tickets.rows': ({ uids }) => (uids[0] === uidOf(2) ? [ticketRow({ uid: uidOf(2), id: 2 })] : [unsent]),
    'outbox.list': () => [
      {
        ...item,
        name: 'ticket-create',
        ticket_id: null,
        ticket_subject: 'Card',
        text: null,
        to_value: null,
        delivery: 'queued',
        created_at: 0,
        can_take_back: true,
        file_uid: null,
      },
    ],
    'outbox.cancel': () => true,
  });
  await store.getState().refreshOutbox();
  store.getState().startTicket();
  store.getState().writeTicket({ subject: 'Another one' });
  expect(await store.getState().editUnsentTicket(item)).toBe(false);
  expect(asked.map(({ name }) => name)).not.toContain('outbox.cancel');

  store.getState().discardTicket();
  expect(await store.getState().editUnsentTicket(item)).toBe(true);
  expect(store.getState()).toMatchObject({
    isNewTicketOpen: true,
    newTicket: { subject: 'Card', description: 'Declined', origin: { ticket: { uid: uidOf(2) } } },
  });
});
