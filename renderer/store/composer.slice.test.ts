import { describe, expect, it } from 'vitest';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Draft, EarlierDraft } from '#shared/protocol/draft.ts';
import type { Mutated } from '#shared/protocol/kept-change.ts';
import { createDesk, type Desk } from './test-bridge.ts';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';

const detail = ticketDetail({ ticket: ticketRow({ last_reply_uid: uidOf(7) }) });

async function openDesk(mutated: Mutated | (() => Promise<Mutated>)): Promise<Desk> {
  const desk = createDesk({
    'tickets.get': ({ uid }) => (uid === uidOf(1) ? detail : ticketDetail({ ticket: ticketRow({ uid }) })),
    'tickets.markSeen': () => null,
    'drafts.save': () => null,
    mutate: typeof mutated === 'function' ? mutated : () => mutated,
  });
  await desk.store.getState().showTicket(uidOf(1));
  return desk;
}

function asksOf(desk: Desk, name: string): unknown[] {
  return desk.asked.filter((call) => call.name === name).map((call) => call.args);
}

describe('composer slice', () => {
  it('saves the draft once the author pauses', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().write('H');
    desk.store.getState().write('Hi');
    desk.elapse();
    expect(asksOf(desk, 'drafts.save')).toEqual([
      { ticket_uid: uidOf(1), mode: 'reply', text: 'Hi', seen_reply_uid: uidOf(7) },
    ]);
  });

  it('says that the disk is full, and keeps what is written until there is room', async () => {
    let isFull = true;
    const desk = createDesk({
      'tickets.get': () => detail,
      'tickets.markSeen': () => null,
      'drafts.save': () => {
        if (isFull) throw new DeskError('unavailable', 'Full', { data: { code: 'disk_full' } });
        return null;
      },
    });
    const { store } = desk;
    await store.getState().showTicket(uidOf(1));
    store.getState().write('Hi');
    desk.elapse();
    await expect.poll(() => store.getState().isDiskFull).toBe(true);
    expect(store.getState()).toMatchObject({
      composer: { text: 'Hi', savedRevision: 0 },
      draftProblem: 'the disk of this computer is full; free some space and try again.',
    });
    isFull = false;
    desk.elapse();
    await expect.poll(() => store.getState().isDiskFull).toBe(false);
    expect(store.getState()).toMatchObject({ composer: { savedRevision: 1 }, draftProblem: null });
  });

  it('saves at once when the ticket is left', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().write('Hi');
    await desk.store.getState().showTicket(null);
    expect(asksOf(desk, 'drafts.save')).toHaveLength(1);
  });

  it('sends a reply with what its author had seen, and removes the draft', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().write('Hi');
    const sent = desk.store.getState().send();
    expect(desk.store.getState().composer?.text).toBe('');
    await sent;
    const [call] = asksOf(desk, 'mutate') as { name: string; args: object }[];
    expect(call).toMatchObject({ name: 'ticket-reply', args: { text: 'Hi', seen_reply_uid: uidOf(7) } });
    expect(asksOf(desk, 'drafts.save').at(-1)).toMatchObject({ text: '' });
  });

  it('sends the chosen files with the text, by themselves without one, and not while one is being kept', async () => {
    const file = { uid: uidOf(90), file_name: 'a.txt', content_type: 'text/plain', size_bytes: 3 };
    const kept = Promise.withResolvers<typeof file>();
    const desk = createDesk({
      'tickets.get': () => ({ ...detail, draft_files: [file] }),
      'attachments.add': () => kept.promise,
      'attachments.send': () => null,
      'drafts.save': () => null,
      mutate: () => ({ id: 1 }),
    });
    const state = () => desk.store.getState();
    await state().showTicket(uidOf(1));
    state().write('See this');
    const chosen = {
      name: 'b.txt',
      type: '',
      size: 3,
      arrayBuffer: async () => Uint8Array.of(1, 2, 3).buffer,
    };
    const attaching = state().attachFiles([chosen]);
    expect(await state().send()).toBe(false);
    kept.resolve(file);
    await attaching;
    expect(asksOf(desk, 'attachments.add')).toEqual([
      { ticket_uid: uidOf(1), file_name: 'b.txt', content_type: '', bytes: 'AQID' },
    ]);
    expect(await state().send()).toBe(true);
    expect(asksOf(desk, 'mutate')[0]).toMatchObject({ name: 'ticket-reply', files: [file.uid] });
    state().setMode('note');
    expect(await state().send()).toBe(true);
    expect(asksOf(desk, 'attachments.send')).toEqual([
      { ticket_uid: uidOf(1), files: [file.uid], is_note: true },
    ]);
  });

  it('says why a file was not attached, until its author has read it', async () => {
    const desk = await openDesk({ id: 1 });
    const state = () => desk.store.getState();
    const arrayBuffer = () => Promise.reject(new Error('gone'));
    await state().attachFiles([
      { name: 'huge.iso', type: '', size: 11 * 1024 * 1024, arrayBuffer },
      { name: 'folder', type: '', size: 0, arrayBuffer },
      { name: `${'n'.repeat(200)}.txt`, type: '', size: 3, arrayBuffer },
    ]);
    expect(state().comingFiles.map(({ problem }) => problem)).toEqual([
      'files may have at most 10.5 MB',
      'it is empty, or a folder',
      'it cannot be read',
    ]);
    expect(state().comingFiles[2]?.name).toMatch(/^n{129}…n{16}\.txt$/);
    state().forgetFileProblem(state().comingFiles[0]?.id ?? '');
    expect(state().comingFiles).toHaveLength(2);
    expect(asksOf(desk, 'attachments.add')).toEqual([]);
  });

  it('adds a note in note mode', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().setMode('note');
    desk.store.getState().write('For us');
    await desk.store.getState().send();
    expect(asksOf(desk, 'mutate')[0]).toMatchObject({ name: 'ticket-note', args: { text: 'For us' } });
  });

  it('writes as was asked for before the ticket was read', async () => {
    const desk = createDesk({ 'tickets.get': () => detail, 'tickets.markSeen': () => null });
    const shown = desk.store.getState().showTicket(uidOf(1));
    desk.store.getState().startWriting('note');
    await shown;
    expect(desk.store.getState()).toMatchObject({ wantedMode: 'note', composer: { mode: 'note' } });
  });

  it('sends nothing twice and nothing blank', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().write('Hi');
    await Promise.all([desk.store.getState().send(), desk.store.getState().send()]);
    expect(asksOf(desk, 'mutate')).toHaveLength(1);
  });

  it('gives a refused text back and says why', async () => {
    const desk = await openDesk({ refusal: { code: 'forbidden' } });
    desk.store.getState().write('Hi');
    await desk.store.getState().send();
    expect(desk.store.getState().composer?.text).toBe('Hi');
    expect(desk.store.getState().composerProblem).toBe('you may no longer change this ticket.');
  });

  it('keeps a refused text as a draft when its ticket was left meanwhile', async () => {
    const gate = Promise.withResolvers<Mutated>();
    const desk = await openDesk(() => gate.promise);
    desk.store.getState().write('Hi');
    const sent = desk.store.getState().send();
    await desk.store.getState().showTicket(uidOf(2));
    gate.resolve({ refusal: { code: 'forbidden' } });
    await sent;
    expect(asksOf(desk, 'drafts.save').at(-1)).toMatchObject({ ticket_uid: uidOf(1), text: 'Hi' });
    expect(desk.store.getState().toasts).toHaveLength(1);
  });

  it('opens a ticket with the text that came back, though it was read ahead before that', async () => {
    const gate = Promise.withResolvers<Mutated>();
    let draft: Draft | null = null;
    const desk = createDesk({
      'tickets.get': ({ uid }) => ticketDetail({ ticket: ticketRow({ uid }), draft }),
      'tickets.markSeen': () => null,
      'drafts.save': (saved) => {
        draft = { ...saved, updated_at: 1 };
        return null;
      },
      mutate: () => gate.promise,
    });
    const { store } = desk;
    await store.getState().showTicket(uidOf(1));
    store.getState().write('Hi');
    const sent = store.getState().send();
    await store.getState().showTicket(uidOf(2));
    store.getState().peekTicket(uidOf(1));
    await expect.poll(() => asksOf(desk, 'tickets.get')).toHaveLength(3);
    gate.resolve({ refusal: { code: 'forbidden' } });
    await sent;
    await store.getState().showTicket(uidOf(1));
    expect(store.getState().composer?.text).toBe('Hi');
  });

  it('puts an earlier draft in place of what is written, once that is kept', async () => {
    const earlier: EarlierDraft = { id: 3, mode: 'note', text: 'From before', kept_at: 1 };
    const desk = createDesk({
      'tickets.get': () => detail,
      'drafts.save': () => null,
      'drafts.earlier': () => [earlier],
      'drafts.keep': () => null,
    });
    const state = () => desk.store.getState();
    await state().showTicket(uidOf(1));
    expect(await state().listEarlierDrafts()).toEqual([earlier]);
    state().write('Being written');
    await state().takeEarlierDraft(earlier);
    expect(asksOf(desk, 'drafts.keep')).toEqual([
      { ticket_uid: uidOf(1), mode: 'reply', text: 'Being written' },
    ]);
    expect(state()).toMatchObject({ composer: { mode: 'note', text: 'From before' }, wantedMode: 'note' });
    expect(asksOf(desk, 'drafts.save').at(-1)).toMatchObject({ mode: 'note', text: 'From before' });
  });

  it('leaves what is written where it cannot be kept', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().write('Being written');
    await desk.store.getState().takeEarlierDraft({ id: 3, mode: 'reply', text: 'From before', kept_at: 1 });
    expect(desk.store.getState().composer?.text).toBe('Being written');
    expect(desk.store.getState().toasts).toHaveLength(1);
  });

  it('keeps what was written before an answer goes behind it', async () => {
    const desk = await openDesk({ id: 1 });
    desk.store.getState().write('Hi');
    desk.store.getState().insertText('The answer');
    expect(asksOf(desk, 'drafts.keep')).toEqual([{ ticket_uid: uidOf(1), mode: 'reply', text: 'Hi' }]);
    expect(desk.store.getState().composer?.text).toBe('Hi\n\nThe answer');
  });
});
