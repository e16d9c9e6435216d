import { expect, it } from 'vitest';
import { DeskError } from '#shared/protocol/errors.ts';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';

const draft = { ticket_uid: uidOf(1), mode: 'reply', seen_reply_uid: null } as const;
const detail = ticketDetail({ ticket: ticketRow({ id: 12, subject: 'Cannot pay' }) });

/** A desk whose ticket comes and goes. */
function openDesk({ onNode }: { onNode: () => boolean }) {
  const place = { isHere: false, text: '' };
  const desk = createDesk({
    'tickets.get': () => (place.isHere ? detail : null),
    'tickets.markSeen': () => null,
    'tickets.fetch': () => (place.isHere = onNode()),
    'drafts.find': () => (place.text === '' ? null : { ...draft, text: place.text, updated_at: 1 }),
    'drafts.save': ({ text }) => {
      place.text = text;
      return null;
    },
  });
  return { ...desk, place };
}

it('keeps what was being written on a ticket that leaves while it is open', async () => {
  const { store, place, asked } = openDesk({ onNode: () => false });
  place.isHere = true;
  await store.getState().showTicket(uidOf(1));
  store.getState().write('Half a sentence');
  place.isHere = false;
  await store.getState().refreshTicket();
  await store.getState().refreshTicket();
  expect(store.getState()).toMatchObject({
    detail: null,
    composer: null,
    detailPhase: 'left',
    leftTicket: { id: 12, subject: 'Cannot pay' },
    keptDraft: { text: 'Half a sentence' },
  });
  expect(asked.map(({ name }) => name)).not.toContain('tickets.fetch');

  await store.getState().discardKeptDraft();
  expect(store.getState().keptDraft).toBeNull();
  expect(place.text).toBe('');

  place.isHere = true;
  await store.getState().refreshTicket();
  expect(store.getState()).toMatchObject({ detailPhase: 'ready', leftTicket: null });
});

it('asks the node for a ticket that is not here', async () => {
  const { store } = openDesk({ onNode: () => true });
  await store.getState().showTicket(uidOf(1));
  expect(store.getState()).toMatchObject({ detailPhase: 'ready', detail: { ticket: { id: 12 } } });

  const { store: others } = openDesk({ onNode: () => false });
  await others.getState().showTicket(uidOf(1));
  expect(others.getState().detailPhase).toBe('missing');
});

it('says when the node cannot be asked, and shows what was written before', async () => {
  const { store, place } = openDesk({
    onNode: () => {
      throw new DeskError('unavailable', 'The node cannot be reached');
    },
  });
  place.text = 'Written last week';
  await store.getState().showTicket(uidOf(1));
  expect(store.getState()).toMatchObject({
    detailPhase: 'unreached',
    keptDraft: { text: 'Written last week' },
  });
});

it('shows a ticket that was read ahead without reading it', async () => {
  const { store, place, asked } = openDesk({ onNode: () => false });
  place.isHere = true;
  store.getState().highlight(uidOf(1));
  await new Promise((resolve) => setImmediate(resolve));
  const opened = store.getState().showTicket(uidOf(1));
  expect(store.getState()).toMatchObject({ detailPhase: 'ready', detail: { ticket: { id: 12 } } });
  expect(store.getState().composer?.ticketUid).toBe(uidOf(1));
  await opened;
  expect(asked.filter(({ name }) => name === 'tickets.get')).toHaveLength(1);
});

it.each([
  { what: 'it', uids: [uidOf(1)], isForgotten: true },
  { what: 'everything', uids: null, isForgotten: true },
  { what: 'another ticket', uids: [uidOf(2)], isForgotten: false },
])('what was read ahead is let go of when $what changed', async ({ uids, isForgotten }) => {
  const { store, place } = openDesk({ onNode: () => false });
  place.isHere = true;
  for (const isRead of [true, false]) {
    store.getState().highlight(uidOf(1));
    if (isRead) await new Promise((resolve) => setImmediate(resolve));
    store.getState().forgetPeeked(uids);
    await new Promise((resolve) => setImmediate(resolve));
    const opened = store.getState().showTicket(uidOf(1));
    expect(store.getState().detail === null).toBe(isForgotten);
    await opened;
    await store.getState().showTicket(null);
  }
});

it('finds a ticket by its number on the node when it is not here', async () => {
  const part = { subject: [], requester: [], excerpt: [] };
  const hit = { uid: uidOf(7), ticket: { id: 7, status: 'closed', closed_at: null }, ...part };
  const { store, asked } = createDesk({
    'tickets.find': ({ id }) => (id === 1 ? uidOf(1) : null),
    'node.request': ({ query }) => {
      const hits = query?.['q'] === '#7' ? [hit] : [];
      return {
        status: 200,
        body: { status: 'success', data: { hits, has_more: false, is_complete: true, problems: [] } },
      };
    },
  });
  const { findTicket } = store.getState();
  expect(await findTicket(1)).toBe(uidOf(1));
  expect(asked).toHaveLength(1);
  expect(await findTicket(7)).toBe(uidOf(7));
  expect(await findTicket(8)).toBeNull();
});
