import { expect, it } from 'vitest';
import type { AwayItem } from '#shared/protocol/away-item.ts';
import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import { ticketDetail, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';

const item: OutboxItem = {
  id: 4,
  name: 'ticket-reply',
  ticket_uid: uidOf(1),
  ticket_id: 12,
  ticket_subject: 'Cannot pay',
  text: 'Come back',
  to_value: null,
  delivery: 'queued',
  created_at: 0,
  can_take_back: true,
  file_uid: null,
};
const draft = { ticket_uid: uidOf(1), mode: 'reply', text: 'Come back', seen_reply_uid: null } as const;

async function openDesk(isTakenBack: boolean) {
  let isDrafted = false;
  const desk = createDesk({
    'tickets.get': () => ticketDetail({ draft: isDrafted ? { ...draft, updated_at: 1 } : null }),
    'tickets.markSeen': () => null,
    'drafts.save': () => null,
    'outbox.list': () => (isDrafted ? [] : [item]),
    'outbox.cancel': ({ is_edited }) => {
      isDrafted = is_edited;
      return isTakenBack;
    },
  });
  await desk.store.getState().showTicket(uidOf(1));
  await desk.store.getState().refreshOutbox();
  return desk.store;
}

it('puts the text of a change that is taken back to be edited into the composer', async () => {
  const store = await openDesk(true);
  expect(await store.getState().takeBackChange(4, true)).toBe(true);
  expect(store.getState()).toMatchObject({
    outbox: [],
    composer: { text: 'Come back' },
    wantedMode: 'reply',
  });
});

it('says when it is too late', async () => {
  const store = await openDesk(false);
  expect(await store.getState().takeBackChange(4, false)).toBe(false);
  expect(store.getState().toasts[0]?.text).toContain('Too late');
});

it('keeps what happened while the console was away until it is marked as read', async () => {
  const missed = { ticket_uid: uidOf(1), ticket_id: 12, subject: 'Cannot pay', messages: 2, changes: 0 };
  let away: AwayItem[] = [{ ...missed, kind: 'changed' }];
  const { store } = createDesk({
    'away.list': () => away,
    'away.clear': () => {
      away = [];
      return null;
    },
  });
  await store.getState().loadAway();
  expect(store.getState().away).toEqual([{ ...missed, kind: 'changed' }]);
  await store.getState().clearAway();
  expect(store.getState().away).toEqual([]);
  await store.getState().loadAway();
  expect(store.getState().away).toEqual([]);
});
